using Connections.Adapters.Blobs;
using Connections.Data;
using Connections.Domain.Calls;
using Connections.Web.Features.Accounts.PersonalData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.PersonalData;

/// <summary>What somebody applied for. A draft goes as a whole, and so does what was withdrawn before anybody read it. What was
/// read or decided is the record of how public money was given: it stays, without the person.</summary>
internal sealed class ApplicantsData(ConnectionsDbContext db, IBlobStore blobs, IStringLocalizer<GrantsText> texts) : IPersonalDataSource
{
    public string Name => "applications";

    public async Task<object?> ReadAsync(DataSubject subject, CancellationToken ct)
    {
        var applications = await Of(subject).AsNoTracking().OrderBy(a => a.StartedAt).ToListAsync(ct);
        if (applications.Count == 0)
        {
            return null;
        }

        var (ids, callIds) = (applications.ConvertAll(a => a.Id), applications.Select(a => a.CallId).Distinct().ToList());
        var calls = await db.Calls.AsNoTracking().Where(c => callIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var decisions = await db.Decisions.AsNoTracking().Where(d => ids.Contains(d.ApplicationId) && d.PublishedAt != null).ToDictionaryAsync(d => d.ApplicationId, ct);
        var awards = await db.Awards.AsNoTracking().Where(a => ids.Contains(a.ApplicationId)).ToDictionaryAsync(a => a.ApplicationId, ct);
        return applications.ConvertAll(a => new
        {
            call = calls[a.CallId].Name,
            a.Reference,
            a.Status,
            a.Language,
            a.StartedAt,
            a.SavedAt,
            a.SubmittedAt,
            a.WithdrawnAt,
            answers = a.Answers.Fields,
            a.Translations,
            a.Communities,
            decision = decisions.GetValueOrDefault(a.Id) is { } d ? new { d.Kind, d.Amount, d.Reasons, d.Feedback, d.PublishedAt } : null,
            award = awards.GetValueOrDefault(a.Id) is { } given ? new { given.Reference, given.Amount, given.AwardedAt, given.Reason } : null,
        });
    }

    public async Task<string?> WhyNotYetAsync(DataSubject subject, CancellationToken ct)
    {
        var waiting = await Of(subject).Where(a => a.Status == ApplicationStatus.Submitted).OrderBy(a => a.Reference).Select(a => a.Reference).ToListAsync(ct);
        return waiting.Count > 0 ? texts["Erase.BeingDecided", string.Join(", ", waiting)].Value : null;
    }

    public async Task EraseAsync(DataSubject subject, CancellationToken ct)
    {
        var files = new List<string>();
        foreach (var application in await Of(subject).ToListAsync(ct))
        {
            files.AddRange(application.ForgetApplicant(subject.Email));
            if (await db.Awards.SingleOrDefaultAsync(a => a.ApplicationId == application.Id, ct) is { } award)
            {
                award.ForgetApplicant(subject.Email);
            }

            if (!await WasReadAsync(application.Id, ct))
            {
                db.Applications.Remove(application);
            }
        }

        await db.SaveChangesAsync(ct);
        foreach (var file in files)
        {
            await blobs.DeleteAsync(file, ct);
        }
    }

    private IQueryable<Application> Of(DataSubject subject) => db.Applications.Where(a => a.AccountId == subject.Account);

    private async Task<bool> WasReadAsync(CallApplicationId id, CancellationToken ct) =>
        await db.Decisions.AnyAsync(d => d.ApplicationId == id, ct)
        || await db.ReviewAssignments.AnyAsync(a => a.ApplicationId == id, ct)
        || await db.ConflictsOfInterest.AnyAsync(c => c.ApplicationId == id, ct);
}
