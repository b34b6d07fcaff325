using Connections.Data;
using Connections.Domain.Ambassadors;
using Connections.Web.Features.Accounts.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Ambassadors;

/// <summary>The profile of an ambassador, and where messages to them were passed on to. Messages themselves are only passed on.</summary>
internal sealed class AmbassadorsPersonalData(ConnectionsDbContext db) : IPersonalDataSource
{
    public string Name => "ambassador";

    public async Task<object?> ReadAsync(DataSubject subject, CancellationToken ct)
    {
        var profiles = await Of(subject).AsNoTracking().OrderBy(a => a.Year)
            .Select(a => new { a.Year, a.Name, a.Field, a.Place, a.Country, a.Languages, a.Territories, a.Statement, a.Biography, a.ContactTopics, a.Portrait, a.RelayEmail }).ToListAsync(ct);
        return profiles.Count == 0 ? null : profiles;
    }

    public Task EraseAsync(DataSubject subject, CancellationToken ct) => Of(subject).ExecuteDeleteAsync(ct);

    private IQueryable<Ambassador> Of(DataSubject subject) =>
        db.Ambassadors.Where(a => a.AccountId == subject.Account || a.RelayEmail.ToLower() == subject.Address);
}
