using Connections.Data.Audit;
using Connections.Domain.Calls;
using Connections.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data.Seeding;

/// <summary>Imports <c>fixtures/programmes.json</c>, its calls, and the forms they use from <c>forms/</c>.</summary>
internal sealed class ImportProgrammes(ConnectionsDbContext db, AuditTrail audit, TimeProvider clock) : ISeedImport
{
    public SeedStage Stage => SeedStage.Programmes;

    public async Task HandleAsync(string packFolder, CancellationToken ct)
    {
        var pack = SeedFile.PackName(packFolder);
        var file = await SeedFile.ReadAsync<ProgrammesFile>(packFolder, "fixtures/programmes.json", ct);
        if (file is null)
        {
            return;
        }

        await AddProgrammesAsync(pack, file.Programmes, ct);
        await AddFormsAsync(packFolder, file.Calls.Select(c => c.Form).Distinct(), ct);
        var known = await db.Calls.Select(c => c.Id).ToHashSetAsync(ct);
        foreach (var record in file.Calls.Where(c => known.Add(new CallId(SeedIds.For(pack, "calls", c.Key)))))
        {
            Add(pack, record);
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task AddProgrammesAsync(string pack, List<ProgrammeRecord> programmes, CancellationToken ct)
    {
        var known = await db.Programmes.Select(p => p.Id).ToHashSetAsync(ct);
        foreach (var record in programmes)
        {
            var id = new ProgrammeId(SeedIds.For(pack, "programmes", record.Key));
            if (known.Add(id))
            {
                db.Programmes.Add(new Programme(id, record.Key, record.Name, record.Kind, record.Summary, record.RetentionYears, record.LawfulBasis));
            }
        }
    }

    private async Task AddFormsAsync(string packFolder, IEnumerable<string> forms, CancellationToken ct)
    {
        var known = await db.FormVersions.Select(f => f.Id).ToHashSetAsync(ct);
        foreach (var form in forms)
        {
            var id = new FormVersionId(SeedIds.For(SeedFile.PackName(packFolder), "forms", form));
            if (known.Add(id))
            {
                var definition = await SeedFile.ReadAsync<FormDefinition>(packFolder, $"forms/{form}.json", ct)
                    ?? throw new InvalidDataException($"A call of the site pack uses forms/{form}.json, which is not there.");
                db.FormVersions.Add(new FormVersion(id, form, 1, definition, clock.GetUtcNow()));
            }
        }
    }

    private void Add(string pack, CallRecord record)
    {
        var call = Call.Imported(
            new CallId(SeedIds.For(pack, "calls", record.Key)),
            new ProgrammeId(SeedIds.For(pack, "programmes", record.Programme)),
            record.Key,
            record.Reference,
            new FormVersionId(SeedIds.For(pack, "forms", record.Form)),
            record.Terms(),
            record.Status,
            record.FrozenAt,
            record.ResultsPublishedAt);
        db.Calls.Add(call);
        db.ReferenceSeries.Add(new ReferenceSeries(call.Id));
        if (call.RubricHash is not null)
        {
            audit.Record("grants.open", $"call:{call.Id}", after: new { call.RubricHash, call.FrozenAt });
        }
    }

    private sealed record ProgrammesFile(List<ProgrammeRecord> Programmes, List<CallRecord> Calls);

    private sealed record ProgrammeRecord(string Key, string Name, ProgrammeKind Kind, string Summary, int RetentionYears, string LawfulBasis);
}
