using Connections.Data;
using Connections.Domain.Calls;
using Connections.Web.Features.Grants.Staff.Reading;
using Connections.Web.Features.Shared.Times;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Staff.Overview;

/// <summary>Where a call stands: its stages with their dates, and who still owes a review.</summary>
[Authorize(Policy = GrantsPolicies.Read)]
public sealed class OverviewModel(ConnectionsDbContext db, ReaderZone zone, TimeProvider clock) : PageModel
{
    public CallProgress Progress { get; private set; } = null!;

    public Call Call => Progress.Call;

    public bool IsOpen => Call.IsOpenAt(clock.GetUtcNow());

    public bool IsLate => Progress.IsLate(zone.Today(clock));

    public long AwardedMinor { get; private set; }

    /// <summary>What was just done, a key of the texts.</summary>
    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string call, CancellationToken ct)
    {
        if (await CallProgress.FindAsync(db, call, ct) is not { } progress)
        {
            return NotFound();
        }

        Progress = progress;
        AwardedMinor = await db.Decisions.Where(d => d.CallId == Call.Id).SumAsync(d => d.AmountMinor, ct) ?? 0;
        return Page();
    }

    /// <summary>The stages of a call in their order; the first that is not done is under way.</summary>
    public IReadOnlyList<StageRow> Stages()
    {
        var now = clock.GetUtcNow();
        var terms = Call.Terms;
        StageRow[] stages =
        [
            new("Opens", Call.OpensAt, null, null, Call.Status is not (CallStatus.Draft or CallStatus.Announced) && Call.OpensAt <= now),
            new("Closes", Call.ClosesAt, null, null, Call.Status is CallStatus.Closed or CallStatus.Decided),
            new("Assigned", null, null, null, Progress.Applications.Count > 0 && Progress.Understaffed == 0 && Call.Status is CallStatus.Closed or CallStatus.Decided),
            new("Reviewing", Call.ReviewingEndedAt, terms.ReviewFrom, terms.ReviewUntil, Progress.IsRanked),
            new("Deciding", Call.DecisionsRecordedAt ?? terms.ModerationAt, null, terms.DecisionsBy, Call.DecisionsRecordedAt is not null || Call.Status is CallStatus.Decided),
            new("Publishing", Call.ResultsPublishedAt, null, terms.DecisionsBy, Call.Status is CallStatus.Decided),
        ];
        return stages;
    }
}

/// <param name="At">A moment that is fixed.</param>
/// <param name="Until">The last day, where only days are promised.</param>
public sealed record StageRow(string Key, DateTimeOffset? At, DateOnly? From, DateOnly? Until, bool IsDone);
