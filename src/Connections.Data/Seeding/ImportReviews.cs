using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data.Seeding;

/// <summary>Imports the panel (reviewers of <c>people.json</c>), <c>conflicts.json</c>, <c>assignments.json</c> and <c>reviews.json</c>.</summary>
internal sealed class ImportReviews(ConnectionsDbContext db) : ISeedImport
{
    public SeedStage Stage => SeedStage.Reviews;

    public async Task HandleAsync(string packFolder, CancellationToken ct)
    {
        if (await db.PanelMembers.AnyAsync(ct))
        {
            return;
        }

        var pack = SeedFile.PackName(packFolder);
        await AddPanelAsync(packFolder, pack, ct);
        var calls = await db.Applications.Select(a => new { a.Id, a.CallId }).ToDictionaryAsync(a => a.Id, a => a.CallId, ct);
        (CallApplicationId Application, PanelMemberId Member) Pair(string application, string reviewer)
        {
            var id = new CallApplicationId(SeedIds.For(pack, "applications", application));
            return (id, MemberId(pack, calls[id], reviewer));
        }

        await AddConflictsAsync(packFolder, pack, Pair, ct);
        await AddAssignmentsAsync(packFolder, pack, Pair, ct);
        await db.SaveChangesAsync(ct);
        await AddReviewsAsync(packFolder, pack, Pair, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The reviewers sit on the panel of every call that gives money.</summary>
    private async Task AddPanelAsync(string packFolder, string pack, CancellationToken ct)
    {
        var people = await SeedFile.ReadAsync<PeopleFile>(packFolder, "fixtures/people.json", ct);
        var reviewers = (people?.People ?? []).Where(p => p.Roles.Contains("Reviewer")).ToList();
        var calls = await db.Calls.AsNoTracking().ToListAsync(ct);
        foreach (var call in calls.Where(c => c.Terms.Budget is not null))
        {
            foreach (var (index, person) in reviewers.Index())
            {
                db.PanelMembers.Add(new PanelMember(
                    MemberId(pack, call.Id, person.Key),
                    call.Id,
                    new AccountId(SeedIds.For(pack, "people", person.Key)),
                    index + 1,
                    new PanelMemberFacts(person.MinLoad ?? 0, person.MaxLoad ?? 20, person.Languages, person.Communities, [], person.Organisation)));
            }
        }
    }

    private async Task AddConflictsAsync(string packFolder, string pack, Func<string, string, (CallApplicationId, PanelMemberId)> pair, CancellationToken ct)
    {
        var file = await SeedFile.ReadAsync<ConflictsFile>(packFolder, "fixtures/conflicts.json", ct);
        foreach (var record in file?.Conflicts ?? [])
        {
            var (application, member) = pair(record.Application, record.Reviewer);
            var kind = record.How == "Declared" ? ConflictKind.Declared : ConflictKind.Detected;
            db.ConflictsOfInterest.Add(new ConflictOfInterest(new ConflictId(SeedIds.For(pack, "conflicts", record.Key)), application, member, kind, record.What, record.RecordedAt));
        }
    }

    private async Task AddAssignmentsAsync(string packFolder, string pack, Func<string, string, (CallApplicationId, PanelMemberId)> pair, CancellationToken ct)
    {
        var file = await SeedFile.ReadAsync<AssignmentsFile>(packFolder, "fixtures/assignments.json", ct);
        foreach (var record in file?.Assignments ?? [])
        {
            var (application, member) = pair(record.Application, record.Reviewer);
            db.ReviewAssignments.Add(ReviewAssignment.Imported(new AssignmentId(SeedIds.For(pack, "assignments", record.Key)), application, member, record.AssignedAt));
        }
    }

    private async Task AddReviewsAsync(string packFolder, string pack, Func<string, string, (CallApplicationId, PanelMemberId)> pair, CancellationToken ct)
    {
        var file = await SeedFile.ReadAsync<ReviewsFile>(packFolder, "fixtures/reviews.json", ct);
        var rubrics = await db.PanelMembers.Join(db.Calls, m => m.CallId, c => c.Id, (m, c) => new { m.Id, c.Terms }).ToDictionaryAsync(m => m.Id, m => m.Terms.Rubric, ct);
        foreach (var record in file?.Reviews ?? [])
        {
            var (application, member) = pair(record.Application, record.Reviewer);
            var assignment = new AssignmentId(SeedIds.For(pack, "assignments", record.Assignment));
            var review = new Review(new ReviewId(SeedIds.For(pack, "reviews", record.Key)), assignment, application, member, record.SubmittedAt);
            Check(record.Key, review.Save(rubrics[member], [.. record.Scores.Select(s => new ReviewEntry(s.Criterion, s.Score, s.Reason))], null, "", record.SubmittedAt));
            Check(record.Key, review.Submit(rubrics[member], record.SubmittedAt));
            db.Reviews.Add(review);
        }
    }

    private static PanelMemberId MemberId(string pack, CallId call, string person) => new(SeedIds.For(pack, "panel", $"{call}/{person}"));

    private static void Check(string review, Outcome outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new InvalidDataException($"The review {review} of the site pack is refused: {outcome}.");
        }
    }

    private sealed record PeopleFile(List<PersonRecord> People);

    private sealed record PersonRecord(string Key, List<string> Roles, List<string> Languages, List<string> Communities, string? Organisation, int? MinLoad, int? MaxLoad);

    private sealed record ConflictsFile(List<ConflictRecord> Conflicts);

    private sealed record ConflictRecord(string Key, string Application, string Reviewer, string How, string What, DateTimeOffset RecordedAt);

    private sealed record AssignmentsFile(List<AssignmentRecord> Assignments);

    private sealed record AssignmentRecord(string Key, string Application, string Reviewer, DateTimeOffset AssignedAt);

    private sealed record ReviewsFile(List<ReviewRecord> Reviews);

    private sealed record ReviewRecord(string Key, string Assignment, string Application, string Reviewer, List<ScoreRecord> Scores, DateTimeOffset SubmittedAt);

    private sealed record ScoreRecord(string Criterion, int Score, string Reason);
}
