using Connections.Data;
using Connections.Domain.Shared;
using Connections.Web.Features.Accounts.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Events;

/// <summary>What somebody shared, and the post they shared it for. An event is an announcement of its organiser, and the
/// accreditation is one of the post: both stay, without the person.</summary>
internal sealed class EventsPersonalData(ConnectionsDbContext db) : IPersonalDataSource
{
    public string Name => "events";

    public async Task<object?> ReadAsync(DataSubject subject, CancellationToken ct)
    {
        var partner = await db.Partners.AsNoTracking().SingleOrDefaultAsync(p => p.AccountId == subject.Account, ct);
        var events = await db.Events.AsNoTracking().Where(e => e.SharedBy == subject.Account).OrderBy(e => e.SubmittedAt)
            .Select(e => new { e.Organiser, e.Details, e.CalledOff, e.Status, e.StatusReason, e.SubmittedAt, e.PublishedAt }).ToListAsync(ct);
        return partner is null && events.Count == 0 ? null : new
        {
            partner = partner is null ? null : new { partner.Name, partner.Accreditation },
            shared = events,
        };
    }

    public Task EraseAsync(DataSubject subject, CancellationToken ct) =>
        db.Events.Where(e => e.SharedBy == subject.Account).ExecuteUpdateAsync(set => set.SetProperty(e => e.SharedBy, (AccountId?)null), ct);
}
