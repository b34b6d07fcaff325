using Connections.Data;
using Connections.Domain.Events;
using Connections.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Events.Partner.Edit;

internal static class OwnEvents
{
    /// <summary>An event of this account's partner; of anybody else's, nothing, as if it did not exist.</summary>
    public static Task<Event?> FindOwnEventAsync(this ConnectionsDbContext db, Guid id, AccountId account, CancellationToken ct) =>
        db.Events.SingleOrDefaultAsync(e => e.Id == new EventId(id) && e.SharedBy == account, ct);
}
