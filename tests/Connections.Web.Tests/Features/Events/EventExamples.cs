using Connections.Domain.Events;
using Connections.Domain.Partners;
using Connections.Domain.Shared;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Security;

namespace Connections.Web.Tests.Features.Events;

internal static class EventExamples
{
    private static int count;

    public static readonly EventDetails Details = new(
        "Open night", "Songs and soup.", "", new DateTime(2027, 1, 20, 19, 0, 0), new DateTime(2027, 1, 20, 21, 30, 0), "Europe/London",
        null, [], "Leith Hall", "Edinburgh", "GB", null, ["en"], ["culture"], null, null);

    /// <summary>A title that no other test uses.</summary>
    public static string Title(string words) => $"{words} {Interlocked.Increment(ref count)}";

    /// <summary>Somebody who shares events for a consulate.</summary>
    public static async Task<Partner> PartnerAsync(this ConnectionsHost host, DateOnly? until = null)
    {
        var account = await host.PersonAsync(Roles.ConsularPartner);
        var partner = new Partner(
            new PartnerId(Guid.CreateVersion7()), account, "Consulate of Anywhere",
            new Accreditation("NZ", "honorary-consulate", "Scotland", until ?? new DateOnly(2028, 6, 30), new DateOnly(2026, 9, 14)));
        await host.AddAsync(partner);
        return partner;
    }

    public static async Task<Event> SubmittedEventAsync(this ConnectionsHost host, EventDetails details, Partner? partner = null)
    {
        var made = Made(details, partner, host.Clock.GetUtcNow());
        await host.AddAsync(made);
        return made;
    }

    public static async Task<Event> PublishedEventAsync(this ConnectionsHost host, EventDetails details, Partner? partner = null, Action<Event>? then = null)
    {
        var now = host.Clock.GetUtcNow();
        var made = Made(details, partner, now);
        Assert.Equal(Outcome.Done, made.Publish(now));
        then?.Invoke(made);
        await host.AddAsync([made, .. made.Times(now)]);
        return made;
    }

    /// <summary>The form for a new event, filled with what it must say.</summary>
    public static async Task<PageForm> ShareFormAsync(this Visitor partner, string title) =>
        (await partner.GetAsync("/your-events/share")).Form("Send for checking")
            .Set("Input.Title", title).Set("Input.Summary", "Songs and soup.")
            .Set("Input.StartsOn.Day", "20").Set("Input.StartsOn.Month", "1").Set("Input.StartsOn.Year", "2027").Set("Input.StartTime", "19:00")
            .Set("Input.EndsOn.Day", "20").Set("Input.EndsOn.Month", "1").Set("Input.EndsOn.Year", "2027").Set("Input.EndTime", "21.30")
            .Set("Input.TimeZone", "Pacific/Auckland").Set("Input.Venue", "Dunedin Town Hall").Set("Input.Country", "NZ")
            .Tick("Input.Topics", "culture").Set("Input.KeepsToBoundaries", "true");

    private static Event Made(EventDetails details, Partner? partner, DateTimeOffset now) => new(
        EventId.New(), $"{Slug.From(details.Title, "event")}-{Interlocked.Increment(ref count)}", partner?.Name ?? "Somebody", partner?.Id, partner?.AccountId, details, now);
}
