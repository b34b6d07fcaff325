using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data.Seeding;

/// <summary>Imports <c>fixtures/decisions.json</c>, and the awards of calls whose results are published.</summary>
internal sealed class ImportDecisions(ConnectionsDbContext db) : ISeedImport
{
    public SeedStage Stage => SeedStage.Decisions;

    public async Task HandleAsync(string packFolder, CancellationToken ct)
    {
        var pack = SeedFile.PackName(packFolder);
        var file = await SeedFile.ReadAsync<DecisionsFile>(packFolder, "fixtures/decisions.json", ct);
        if (file is null)
        {
            return;
        }

        var published = await db.Calls.Where(c => c.ResultsPublishedAt != null).ToDictionaryAsync(c => c.Id, c => c.ResultsPublishedAt!.Value, ct);
        var applications = await db.Applications.AsNoTracking().ToDictionaryAsync(a => a.Id, ct);
        var known = await db.Decisions.Select(d => d.Id).ToHashSetAsync(ct);
        foreach (var record in file.Decisions)
        {
            var id = new DecisionId(SeedIds.For(pack, "decisions", record.Key));
            if (known.Add(id))
            {
                var application = applications[new CallApplicationId(SeedIds.For(pack, "applications", record.Application))];
                Add(pack, id, record, application, published.TryGetValue(application.CallId, out var at) ? at : null);
            }
        }

        await db.SaveChangesAsync(ct);
    }

    private void Add(string pack, DecisionId id, DecisionRecord record, Application application, DateTimeOffset? publishedAt)
    {
        var terms = new DecisionTerms(record.Outcome, record.Amount?.Money(), record.Reason, record.Feedback, null, record.PublicReason);
        var decision = Decision.Imported(id, application, terms, new AccountId(SeedIds.For(pack, "people", record.DecidedBy)), record.DecidedAt, publishedAt);
        db.Decisions.Add(decision);
        if (record.Outcome is DecisionKind.Award && publishedAt is { } at)
        {
            db.Awards.Add(Award.From(new AwardId(SeedIds.For(pack, "awards", record.Key)), application, decision, at, record.AwardReference));
        }
    }

    private sealed record DecisionsFile(List<DecisionRecord> Decisions);

    private sealed record DecisionRecord(
        string Key,
        string Application,
        DecisionKind Outcome,
        AmountRecord? Amount,
        string? AwardReference,
        string Reason,
        string? PublicReason,
        string Feedback,
        string DecidedBy,
        DateTimeOffset DecidedAt);
}
