using System.Text;
using Connections.Data;
using Connections.Web.Features.Accounts.PersonalData;
using Connections.Web.Features.Events.Calendar;
using Connections.Web.Features.Events.Dates;
using Connections.Web.Features.Events.Jobs;
using Connections.Web.Features.Events.Partner.Edit;
using Connections.Web.Features.Events.Partner.YourEvents;
using Connections.Web.Features.Events.Staff.Check;
using Connections.Web.Features.Events.Staff.Queue;
using Connections.Web.Sites;
using Connections.Web.WorkList;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Events;

public static class EventsFeature
{
    private const string ContentType = "text/calendar; charset=utf-8";
    private const int MaxInFeed = 1000;

    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddSingleton<EventCalendar>();
        services.AddSingleton<EventPlace>();
        services.AddScoped<ShareEvent>();
        services.AddScoped<CancelEvent>();
        services.AddScoped<CallOffDate>();
        services.AddScoped<CheckEvent>();
        services.AddScoped<LayOutOccurrences>();
        services.AddScoped<IWorkListSource, EventsToCheck>();
        services.AddScoped<IPersonalDataSource, EventsPersonalData>();
        services.AddScoped<IDiarySource, NextEvents>();
        return services;
    }

    public static void MapEvents(this WebApplication app)
    {
        app.MapGet("/events/calendar.ics", FeedAsync);
        app.MapGet("/events/{slug}/calendar.ics", OneAsync);
    }

    /// <summary>The feed that calendars follow: events of the last month and everything to come.</summary>
    private static async Task<IResult> FeedAsync(
        ConnectionsDbContext db, EventCalendar calendar, TimeProvider clock, Site site, Countries countries, Taxonomy taxonomy, IStringLocalizer<EventsText> texts, string? country, string? topic, string? online, CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddDays(-30);
        var shown = db.EventOccurrences.Where(o => o.EndsAt > since).Select(o => o.EventId);
        var events = EventFilter.Read(countries, taxonomy, country, topic, online).Of(db);
        var found = await events.Where(e => shown.Contains(e.Id)).OrderBy(e => e.Slug).Take(MaxInFeed).ToListAsync(ct);
        return Results.Text(calendar.Write($"{site.Name}: {texts["List.Title"].Value}", found), ContentType, Encoding.UTF8);
    }

    private static async Task<IResult> OneAsync(string slug, ConnectionsDbContext db, EventCalendar calendar, CancellationToken ct)
    {
        var found = await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Slug == slug && e.PublishedAt != null, ct);
        return found is null
            ? Results.NotFound()
            : Results.File(Encoding.UTF8.GetBytes(calendar.Write(found.Details.Title, [found])), ContentType, "event.ics");
    }
}
