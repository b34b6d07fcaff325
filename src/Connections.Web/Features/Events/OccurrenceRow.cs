using Connections.Data;
using Connections.Domain.Events;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Events;

/// <summary>One time of an event in a list.</summary>
public sealed record OccurrenceRow(
    string Slug,
    string Title,
    string Summary,
    string Organiser,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string TimeZone,
    string? Venue,
    string? City,
    string? Country,
    bool IsOnline,
    bool Repeats,
    bool IsCancelled)
{
    public string Path => $"/events/{Slug}";

    /// <summary>What the public sees from a moment on: events under way and to come, the next first.</summary>
    public static IQueryable<OccurrenceRow> From(ConnectionsDbContext db, DateTimeOffset now, EventFilter filter)
    {
        var events = db.Events.AsNoTracking().Where(e => e.PublishedAt != null);
        if (filter.Country is { } country)
        {
            events = events.Where(e => e.Details.Country == country);
        }

        if (filter.Online)
        {
            events = events.Where(e => e.Details.OnlineUrl != null);
        }

        if (filter.Topic is { } topic)
        {
            events = events.Where(e => e.Details.Topics.Contains(topic));
        }

        return
            from occurrence in db.EventOccurrences.AsNoTracking()
            where occurrence.EndsAt > now
            join e in events on occurrence.EventId equals e.Id
            orderby occurrence.StartsAt, e.Slug
            select new OccurrenceRow(
                e.Slug, e.Details.Title, e.Details.Summary, e.Organiser, occurrence.StartsAt, occurrence.EndsAt, e.Details.TimeZone,
                e.Details.Venue, e.Details.City, e.Details.Country, e.Details.OnlineUrl != null, e.Details.Recurrence != null, e.Status == EventStatus.Cancelled);
    }
}

/// <summary>How a reader narrows the events.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Topic">Key of one of the site's topics.</param>
public sealed record EventFilter(string? Country = null, string? Topic = null, bool Online = false);
