using System.Globalization;
using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Events;
using Connections.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Events.Dates;

/// <summary>Calls one date of a repeating event off, or lets it take place after all. Calendars that follow the event learn of it.</summary>
public sealed class CallOffDate(ConnectionsDbContext db, AuditTrail audit, TimeProvider clock)
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss";

    /// <param name="start">Of the date, as the clock of the place shows it: see <see cref="Write"/>.</param>
    /// <param name="version">Of the event as its dates were read.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the event meanwhile.</exception>
    public async Task<Outcome> HandleAsync(Event found, string? start, bool takesPlace, int version, CancellationToken ct)
    {
        if (!DateTime.TryParseExact(start, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return Outcome.Refused(EventRefusals.NoSuchDate);
        }

        var now = clock.GetUtcNow();
        var before = found.Sequence;
        var outcome = takesPlace ? found.TakePlaceAfterAll(local, now) : found.CallOff(local, now);
        if (outcome.Succeeded && found.Sequence != before)
        {
            db.Entry(found).Property(e => e.Version).OriginalValue = version;
            audit.Record(takesPlace ? "events.restore-date" : "events.call-off-date", $"event:{found.Id}", after: new { found.Details.Title, Date = Write(local) });
            await db.SaveChangesAsync(ct);
        }

        return outcome;
    }

    public static string Write(DateTime start) => start.ToString(Pattern, CultureInfo.InvariantCulture);
}
