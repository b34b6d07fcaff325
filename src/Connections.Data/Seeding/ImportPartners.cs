using Connections.Domain.Partners;
using Connections.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data.Seeding;

/// <summary>Imports the consular partners of <c>fixtures/people.json</c>: those with an accreditation.</summary>
internal sealed class ImportPartners(ConnectionsDbContext db) : ISeedImport
{
    public SeedStage Stage => SeedStage.Partners;

    public async Task HandleAsync(string packFolder, CancellationToken ct)
    {
        var pack = SeedFile.PackName(packFolder);
        var file = await SeedFile.ReadAsync<PeopleFile>(packFolder, "fixtures/people.json", ct);
        var known = await db.Partners.Select(p => p.Id).ToHashSetAsync(ct);
        foreach (var person in file?.People ?? [])
        {
            var id = new PartnerId(SeedIds.For(pack, "partners", person.Key));
            if (person.Accreditation is { } given && known.Add(id))
            {
                db.Partners.Add(new Partner(
                    id,
                    new AccountId(SeedIds.For(pack, "people", person.Key)),
                    given.PostName,
                    new Accreditation(given.SendingState, given.PostType, given.District, given.ExpiresOn, given.CheckedOn)));
            }
        }

        await db.SaveChangesAsync(ct);
    }

    private sealed record PeopleFile(List<PersonRecord> People);

    private sealed record PersonRecord(string Key, AccreditationRecord? Accreditation);

    private sealed record AccreditationRecord(string PostName, string SendingState, string PostType, string District, DateOnly ExpiresOn, DateOnly CheckedOn);
}
