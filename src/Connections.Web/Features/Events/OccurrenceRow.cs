using Connections.Data;
using Connections.Domain.Events;
using Connections.Web.Sites;
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
    bool IsEventCancelled,
    List<DateTime> CalledOff,
    List<DateCalledOff> Reasons)
{
    public string Path => $"/events/{Slug}";

    /// <summary>Whether it does not take place: the whole event, or this one date of it.</summary>
    public bool IsCancelled => IsEventCancelled || CalledOff.Exists(start => EventDetails.InstantIn(start, TimeZone) == StartsAt);

    /// <summary>Why this one date does not take place.</summary>
    public string? WhyCalledOff => IsEventCancelled || !IsCancelled ? null : DateCalledOff.Why(Reasons, StartsAt, TimeZone);

    /// <summary>What the public sees from a moment on: events under way and to come, the next first.</summary>
    public static IQueryable<OccurrenceRow> From(ConnectionsDbContext db, DateTimeOffset now, EventFilter filter)
    {
        var events = filter.Of(db);
        return
            from occurrence in db.EventOccurrences.AsNoTracking()
            where occurrence.EndsAt > now
            join e in events on occurrence.EventId equals e.Id
            orderby occurrence.StartsAt, e.Slug
            select new OccurrenceRow(
                e.Slug, e.Details.Title, e.Details.Summary, e.Organiser, occurrence.StartsAt, occurrence.EndsAt, e.Details.TimeZone,
                e.Details.Venue, e.Details.City, e.Details.Country, e.Details.OnlineUrl != null, e.Details.Recurrence != null, e.Status == EventStatus.Cancelled, e.Details.Exceptions, e.CalledOff);
    }
}

/// <summary>How a reader narrows the events.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Topic">Key of one of the site's topics.</param>
public sealed record EventFilter(string? Country = null, string? Topic = null, bool Online = false)
{
    /// <summary>Reads choices as they come in an address; what the site does not know narrows nothing.</summary>
    public static EventFilter Read(Countries countries, Taxonomy taxonomy, string? country, string? topic, string? online) => new(
        countries.TryFind(country, out var found) ? found.Code : null,
        topic is not null && taxonomy.Topics.Has(topic) ? topic : null,
        online is "true");

    /// <summary>The public events it leaves.</summary>
    public IQueryable<Event> Of(ConnectionsDbContext db)
    {
        var events = db.Events.AsNoTracking().Where(e => e.PublishedAt != null);
        events = Country is { } country ? events.Where(e => e.Details.Country == country) : events;
        events = Topic is { } topic ? events.Where(e => e.Details.Topics.Contains(topic)) : events;
        return Online ? events.Where(e => e.Details.OnlineUrl != null) : events;
    }
}
