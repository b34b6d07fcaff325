using Connections.Data;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Connections.Web.Features.Grants.Staff.Reading;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Staff.Assigning;

/// <summary>All that an assignment rests on.</summary>
/// <param name="Given">Pairs that are recorded already; they are kept.</param>
/// <param name="Conflicts">Conflicts of interest on record, and those that the portal finds now.</param>
/// <param name="Forbidden">Pairs that must stay apart: conflicts, and whatever was taken off a pile.</param>
public sealed record AssignmentFacts(
    Call Call,
    IReadOnlyList<Application> Applications,
    IReadOnlyList<PanelMember> Members,
    IReadOnlyDictionary<AccountId, Person> People,
    HashSet<(CallApplicationId, PanelMemberId)> Given,
    IReadOnlyList<KnownConflict> Conflicts,
    HashSet<(CallApplicationId, PanelMemberId)> Forbidden)
{
    private const double FitOfLanguage = 1;
    private const double FitOfTheme = 0.5;

    public bool MayAssign => Call is { Status: CallStatus.Closed, ReviewingEndedAt: null } && Applications.Count > 0;

    public int Wanted => Applications.Count * Call.Terms.ReviewersPerApplication;

    public int Missing => Wanted - Given.Count;

    public string NameOf(PanelMember member) => People.GetValueOrDefault(member.AccountId)?.Name ?? $"{member.Number}";

    /// <summary>How well a reviewer's languages and themes fit: one for the language it was written in, half for each theme.</summary>
    public double Fit(Application application, PanelMember member) =>
        (member.Languages.Any(l => ApplicationReading.Same(l, application.Language)) ? FitOfLanguage : 0)
        + (FitOfTheme * member.Themes.Intersect(application.Themes).Count());

    /// <summary>The language that one reviewer at least has to read; none where nobody on the panel does and there is a
    /// translation to read instead.</summary>
    public string? LanguageToRead(Application application) =>
        application.Translations.Count > 0 && !Members.Any(m => m.Languages.Any(l => ApplicationReading.Same(l, application.Language)))
            ? null
            : ReviewerPlan.Bare(application.Language);

    public static async Task<AssignmentFacts?> FindAsync(ConnectionsDbContext db, string slug, CancellationToken ct)
    {
        if (await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } call)
        {
            return null;
        }

        var applications = await db.Applications.AsNoTracking()
            .Where(a => a.CallId == call.Id && (a.Status == ApplicationStatus.Submitted || a.Status == ApplicationStatus.Decided)).OrderBy(a => a.Reference).ToListAsync(ct);
        var members = await db.PanelMembers.AsNoTracking().Where(m => m.CallId == call.Id).OrderBy(m => m.Number).ToListAsync(ct);
        var assigned = await (
            from s in db.ReviewAssignments.AsNoTracking()
            join a in db.Applications on s.ApplicationId equals a.Id
            where a.CallId == call.Id && a.Status != ApplicationStatus.Withdrawn
            select new { s.ApplicationId, s.PanelMemberId, s.ReleasedAt }).ToListAsync(ct);
        var recorded = await (
            from c in db.ConflictsOfInterest.AsNoTracking()
            join a in db.Applications on c.ApplicationId equals a.Id
            where a.CallId == call.Id
            select c).ToListAsync(ct);
        var given = assigned.Where(s => s.ReleasedAt is null).Select(s => (s.ApplicationId, s.PanelMemberId)).ToHashSet();
        var conflicts = Conflict(applications, members, recorded, given);
        return new AssignmentFacts(
            call, applications, members, await Reading.People.OfAsync(db, members.Select(m => m.AccountId), ct), given, conflicts,
            [.. conflicts.Select(c => (c.Application.Id, c.Member.Id)), .. assigned.Where(s => s.ReleasedAt is not null).Select(s => (s.ApplicationId, s.PanelMemberId))]);
    }

    private static List<KnownConflict> Conflict(
        List<Application> applications, List<PanelMember> members, List<ConflictOfInterest> recorded, HashSet<(CallApplicationId, PanelMemberId)> given)
    {
        var onRecord = recorded.ToDictionary(c => (c.ApplicationId, c.PanelMemberId));
        return
        [
            .. from a in applications
               from m in members
               let known = onRecord.GetValueOrDefault((a.Id, m.Id))
               let found = known is null && !given.Contains((a.Id, m.Id)) ? Found(a, m) : null
               where known is not null || found is not null
               select new KnownConflict(a, m, known?.Kind ?? ConflictKind.Detected, known?.Reason, found),
        ];
    }

    private static string? Found(Application application, PanelMember member) =>
        application.AccountId == member.AccountId ? "OwnApplication"
        : application.Organisation is { } organisation && organisation == member.Organisation ? "SameOrganisation"
        : null;
}

/// <param name="Reason">As it is on record.</param>
/// <param name="Found">What the portal found just now, a key of the texts; recorded with the plan.</param>
public sealed record KnownConflict(Application Application, PanelMember Member, ConflictKind Kind, string? Reason, string? Found);
