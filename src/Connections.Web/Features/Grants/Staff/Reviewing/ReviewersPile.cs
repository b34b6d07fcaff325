using Connections.Data;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Staff.Reviewing;

/// <summary>What one reviewer has to read of one call, in the order of references. Holds nobody else's work.</summary>
public sealed record ReviewersPile(Call Call, PanelMember Member, IReadOnlyList<PileRow> Rows)
{
    public int Sent => Rows.Count(r => r.IsSent);

    public int Left => Rows.Count - Sent;

    /// <summary>Whether reviews may still be written.</summary>
    public bool IsOpen => Call is { Status: CallStatus.Closed, ReviewingEndedAt: null };

    public PileRow? Find(string reference) => Rows.FirstOrDefault(r => string.Equals(r.Reference, reference, StringComparison.OrdinalIgnoreCase));

    /// <summary>The next one to do after this, going round to the beginning.</summary>
    public PileRow? NextToDo(string reference)
    {
        var at = Rows.TakeWhile(r => r.Reference != reference).Count();
        return Rows.Skip(at + 1).Concat(Rows.Take(at)).FirstOrDefault(r => !r.IsSent);
    }

    /// <returns>Null where the call is not there or the person is not on its panel.</returns>
    public static async Task<ReviewersPile?> FindAsync(ConnectionsDbContext db, string call, AccountId reviewer, string language, CancellationToken ct)
    {
        var found = await (
            from c in db.Calls.AsNoTracking()
            join m in db.PanelMembers.AsNoTracking() on c.Id equals m.CallId
            where c.Slug == call && m.AccountId == reviewer
            select new { Call = c, Member = m }).SingleOrDefaultAsync(ct);
        return found is null ? null : new ReviewersPile(found.Call, found.Member, await RowsAsync(db, found.Member.Id, language, ct));
    }

    private static async Task<IReadOnlyList<PileRow>> RowsAsync(ConnectionsDbContext db, PanelMemberId member, string language, CancellationToken ct)
    {
        var assigned = await (
            from s in db.ReviewAssignments.AsNoTracking()
            join a in db.Applications.AsNoTracking() on s.ApplicationId equals a.Id
            where s.PanelMemberId == member && s.ReleasedAt == null && (a.Status == ApplicationStatus.Submitted || a.Status == ApplicationStatus.Decided)
            orderby a.Reference
            select new { s.Id, s.ApplicationId, Reference = a.Reference!, a.Title, a.Translations, s.AssignedAt }).ToListAsync(ct);
        var reviews = await db.Reviews.AsNoTracking().IgnoreAutoIncludes().Where(r => r.PanelMemberId == member)
            .Select(r => new { r.AssignmentId, r.SavedAt, r.SubmittedAt, Scored = r.Scores.Count(s => s.Score != null) })
            .ToDictionaryAsync(r => r.AssignmentId, ct);
        return
        [
            .. from a in assigned
               let review = reviews.GetValueOrDefault(a.Id)
               let title = a.Translations.GetValueOrDefault(language)?.GetValueOrDefault("title") ?? a.Title
               select new PileRow(a.Id, a.ApplicationId, a.Reference, title ?? a.Reference, a.AssignedAt, review?.SavedAt, review?.SubmittedAt, review?.Scored ?? 0),
        ];
    }
}

/// <summary>One application on a pile.</summary>
/// <param name="Scored">How many criteria have a score.</param>
public sealed record PileRow(
    AssignmentId Assignment,
    CallApplicationId Application,
    string Reference,
    string Title,
    DateTimeOffset AssignedAt,
    DateTimeOffset? SavedAt,
    DateTimeOffset? SentAt,
    int Scored)
{
    public bool IsSent => SentAt is not null;
}
