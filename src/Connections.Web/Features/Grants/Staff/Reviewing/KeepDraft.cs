using Connections.Data;
using Connections.Web.Features.Shared.Times;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Staff.Reviewing;

/// <summary>Saves a review that is being written, and says so in a few words.</summary>
public sealed class KeepDraft(
    ConnectionsDbContext db, SaveReview saveReview, ReaderZone zone, TimeProvider clock, IStringLocalizer<GrantsStaffText> texts, IStringLocalizer<GrantsText> refusals)
{
    public async Task<DraftAnswer> HandleAsync(ReviewersPile pile, PileRow row, ReviewInput input, CancellationToken ct)
    {
        var outcome = await saveReview.HandleAsync(pile, row, input, send: false, ct);
        if (outcome.Succeeded)
        {
            var version = await db.Reviews.Where(r => r.AssignmentId == row.Assignment).Select(r => r.Version).SingleAsync(ct);
            return new DraftAnswer(true, texts["Draft.Saved", TimeWords.Time(TimeWords.In(clock.GetUtcNow(), zone.Zone ?? zone.SiteZone))].Value, version);
        }

        // Asked for again by a press of the button, which tells what happened and lets the reviewer decide.
        return outcome.Refusals.Contains(StaleSave.Stale)
            ? new DraftAnswer(false, texts["Draft.Stale"].Value, Over: true)
            : new DraftAnswer(false, string.Join(' ', outcome.Refusals.Select(refusal => refusals[refusal.Key].Value)), Over: outcome.Refusals.All(refusal => refusal.Field is null));
    }
}
