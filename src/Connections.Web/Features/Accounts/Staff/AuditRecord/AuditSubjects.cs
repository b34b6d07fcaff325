using Connections.Data;
using Connections.Domain.Ambassadors;
using Connections.Domain.Calls;
using Connections.Domain.Directory;
using Connections.Domain.Events;
using Connections.Domain.Newsletters;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Accounts.Staff.AuditRecord;

/// <summary>What the things that entries speak of are called today; a thing that is gone keeps the record's own words.</summary>
internal static class AuditSubjects
{
    /// <returns>Names by subject (<c>call:…</c>), from one query for each kind among them.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> NamesAsync(ConnectionsDbContext db, IEnumerable<string> subjects, CancellationToken ct)
    {
        var ids = subjects.Distinct().Select(s => s.Split(':', 2)).Where(p => p.Length == 2 && Guid.TryParse(p[1], out _)).ToLookup(p => p[0], p => Guid.Parse(p[1]));
        var names = new Dictionary<string, string>(StringComparer.Ordinal);

        async Task AddAsync<TId>(string kind, Func<Guid, TId> id, Func<List<TId>, IQueryable<KeyValuePair<TId, string?>>> query)
        {
            if (ids[kind].Select(id).ToList() is { Count: > 0 } wanted)
            {
                foreach (var (found, name) in await query(wanted).ToListAsync(ct))
                {
                    names[$"{kind}:{found}"] = name ?? "";
                }
            }
        }

        await AddAsync("listing", id => new ListingId(id), wanted => db.Listings.Where(l => wanted.Contains(l.Id)).Select(l => KeyValuePair.Create(l.Id, (string?)l.Content.Name)));
        await AddAsync("event", id => new EventId(id), wanted => db.Events.Where(e => wanted.Contains(e.Id)).Select(e => KeyValuePair.Create(e.Id, (string?)e.Details.Title)));
        await AddAsync("call", id => new CallId(id), wanted => db.Calls.Where(c => wanted.Contains(c.Id)).Select(c => KeyValuePair.Create(c.Id, (string?)c.Name)));
        await AddAsync("application", id => new CallApplicationId(id), wanted => db.Applications.Where(a => wanted.Contains(a.Id)).Select(a => KeyValuePair.Create(a.Id, a.Reference)));
        await AddAsync("edition", id => new EditionId(id), wanted => db.Editions.Where(e => wanted.Contains(e.Id)).Select(e => KeyValuePair.Create(e.Id, (string?)e.Subject)));
        await AddAsync("ambassador", id => new AmbassadorId(id), wanted => db.Ambassadors.Where(a => wanted.Contains(a.Id)).Select(a => KeyValuePair.Create(a.Id, (string?)a.Name)));
        await AddAsync("account", id => id, wanted => db.Users.Where(u => wanted.Contains(u.Id)).Select(u => KeyValuePair.Create(u.Id, (string?)(u.DisplayName != "" ? u.DisplayName : u.Email))));
        return names;
    }
}
