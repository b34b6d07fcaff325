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

    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the event meanwhile.</exception>
    public async Task<Outcome> HandleAsync(Event found, DateChoice choice, CancellationToken ct)
    {
        if (!DateTime.TryParseExact(choice.Start, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return Outcome.Refused(EventRefusals.NoSuchDate);
        }

        var now = clock.GetUtcNow();
        var before = found.Sequence;
        var outcome = choice.TakesPlace ? found.TakePlaceAfterAll(local, now) : found.CallOff(local, choice.Reason, now);
        if (outcome.Succeeded && found.Sequence != before)
        {
            db.Entry(found).Property(e => e.Version).OriginalValue = choice.Version;
            audit.Record(choice.TakesPlace ? "events.restore-date" : "events.call-off-date", $"event:{found.Id}", choice.TakesPlace ? null : found.WhyCalledOff(found.Details.InstantOf(local)), after: new { found.Details.Title, Date = Write(local) });
            await db.SaveChangesAsync(ct);
        }

        return outcome;
    }

    /// <summary>A date as the forms name it: the moment as the clock of the place shows it.</summary>
    public static string Write(DateTime start) => start.ToString(Pattern, CultureInfo.InvariantCulture);
}
