using Connections.Domain.Ambassadors;
using Connections.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data.Seeding;

/// <summary>Imports <c>fixtures/ambassadors.json</c>. One who has an account in <c>people.json</c> is written to there.</summary>
internal sealed class ImportAmbassadors(ConnectionsDbContext db) : ISeedImport
{
    public SeedStage Stage => SeedStage.Ambassadors;

    public async Task HandleAsync(string packFolder, CancellationToken ct)
    {
        var pack = SeedFile.PackName(packFolder);
        var file = await SeedFile.ReadAsync<AmbassadorsFile>(packFolder, "fixtures/ambassadors.json", ct);
        if (file is null)
        {
            return;
        }

        var people = await SeedFile.ReadAsync<PeopleFile>(packFolder, "fixtures/people.json", ct);
        var accounts = people?.People.Where(p => p.Ambassador is not null).ToDictionary(p => p.Ambassador!) ?? [];
        var known = await db.Ambassadors.Select(a => a.Id).ToHashSetAsync(ct);
        foreach (var record in file.Ambassadors)
        {
            var id = new AmbassadorId(SeedIds.For(pack, "ambassadors", record.Key));
            var account = accounts.GetValueOrDefault(record.Key);
            if (known.Add(id))
            {
                db.Ambassadors.Add(new Ambassador(
                    id,
                    record.Year,
                    Slug.From(record.Name, record.Key),
                    record.Profile(),
                    account?.Email ?? $"{record.Key}@example.net",
                    account is null ? null : new AccountId(SeedIds.For(pack, "people", account.Key))));
            }
        }

        await db.SaveChangesAsync(ct);
    }

    private sealed record AmbassadorsFile(List<AmbassadorRecord> Ambassadors);

    private sealed record AmbassadorRecord(
        string Key,
        int Year,
        string Name,
        string Field,
        string Place,
        string Country,
        List<string> OtherCountries,
        List<string> Languages,
        string Statement,
        string Biography,
        List<string> ContactTopics,
        string Portrait,
        string AltText)
    {
        public AmbassadorProfile Profile() =>
            new(Name, Field, Place, Country, Languages, [Country, .. OtherCountries], Statement, Biography, ContactTopics, Portrait, AltText);
    }

    private sealed record PeopleFile(List<PersonRecord> People);

    private sealed record PersonRecord(string Key, string Email, string? Ambassador);
}
