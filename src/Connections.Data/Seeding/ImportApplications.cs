using System.Globalization;
using Connections.Data.Identity;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data.Seeding;

/// <summary>Imports <c>fixtures/applications.json</c>, with an account for every applicant who has none yet.</summary>
internal sealed class ImportApplications(ConnectionsDbContext db) : ISeedImport
{
    public SeedStage Stage => SeedStage.Applications;

    public async Task HandleAsync(string packFolder, CancellationToken ct)
    {
        var pack = SeedFile.PackName(packFolder);
        var file = await SeedFile.ReadAsync<ApplicationsFile>(packFolder, "fixtures/applications.json", ct);
        if (file is null)
        {
            return;
        }

        var accounts = await AccountsAsync(pack, file.Applications, ct);
        var calls = await db.Calls.AsNoTracking().ToDictionaryAsync(c => c.Id, ct);
        var forms = await db.FormVersions.AsNoTracking().ToDictionaryAsync(f => f.Id, ct);
        var known = await db.Applications.Select(a => a.Id).ToHashSetAsync(ct);
        foreach (var record in file.Applications)
        {
            var id = new CallApplicationId(SeedIds.For(pack, "applications", record.Key));
            if (known.Add(id))
            {
                var call = calls[new CallId(SeedIds.For(pack, "calls", record.Call))];
                var account = new AccountId(accounts[Normal(record.ApplicantEmail)]);
                db.Applications.Add(Application.Imported(id, call.Id, account, call.FormVersionId, record.Language, record.Read(forms[call.FormVersionId].Definition)));
            }
        }

        await db.SaveChangesAsync(ct);
        await RaiseSeriesAsync(pack, file.Applications, ct);
    }

    /// <summary>New applications go on where the imported references end.</summary>
    private async Task RaiseSeriesAsync(string pack, List<ApplicationRecord> applications, CancellationToken ct)
    {
        foreach (var call in applications.Where(a => a.Reference is not null).GroupBy(a => a.Call))
        {
            var id = new CallId(SeedIds.For(pack, "calls", call.Key));
            var last = call.Max(a => int.Parse(a.Reference![(a.Reference!.LastIndexOf('-') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture));
            await db.ReferenceSeries.Where(s => s.CallId == id && s.Last < last).ExecuteUpdateAsync(s => s.SetProperty(r => r.Last, last), ct);
        }
    }

    private async Task<Dictionary<string, Guid>> AccountsAsync(string pack, List<ApplicationRecord> applications, CancellationToken ct)
    {
        var accounts = await db.Users.ToDictionaryAsync(u => u.NormalizedEmail!, u => u.Id, ct);
        var member = await db.Roles.Where(r => r.Name == "Member").Select(r => (Guid?)r.Id).SingleOrDefaultAsync(ct);
        foreach (var record in applications.Where(a => !accounts.ContainsKey(Normal(a.ApplicantEmail))))
        {
            var id = SeedIds.For(pack, "applicants", record.ApplicantEmail);
            if (accounts.TryAdd(Normal(record.ApplicantEmail), id))
            {
                db.Users.Add(Account(id, record));
                db.UserRoles.AddRange(member is { } role ? [new IdentityUserRole<Guid> { UserId = id, RoleId = role }] : []);
            }
        }

        return accounts;
    }

    private static Account Account(Guid id, ApplicationRecord record) => new()
    {
        Id = id,
        UserName = record.ApplicantEmail,
        NormalizedUserName = Normal(record.ApplicantEmail),
        Email = record.ApplicantEmail,
        NormalizedEmail = Normal(record.ApplicantEmail),
        EmailConfirmed = true,
        DisplayName = record.ApplicantName,
        CreatedAt = record.StartedAt,
        SecurityStamp = id.ToString("N"),
        ConcurrencyStamp = id.ToString("N"),
    };

    private static string Normal(string text) => text.Normalize().ToUpper(CultureInfo.InvariantCulture);

    private sealed record ApplicationsFile(List<ApplicationRecord> Applications);
}
