using Connections.Web.Features.Shared.Forms;
using Connections.Web.Sites;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.TimeZones;

namespace Connections.Web.Features.Shared.Times;

/// <summary>The time zones in use, each by its country and city and by how its clocks differ from the site's at the moment:
/// "Nepal: Kathmandu (5 hours 45 minutes ahead of Bristol)".</summary>
public sealed class ZoneChoices(Countries countries, ReaderZone reader, TimeProvider clock, IStringLocalizer<SharedText> texts)
{
    private static readonly IReadOnlyList<TzdbZoneLocation> Places = [.. (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).DistinctBy(place => place.ZoneId)];

    public static bool Has(string zone) => Places.Any(place => place.ZoneId == zone);

    /// <param name="chosen">A zone to be offered in any case: browsers and older events may know a place by another name.</param>
    public IReadOnlyList<Choice> With(string? chosen = null)
    {
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        var here = reader.SiteZone.GetUtcOffset(now);
        var all = Places.Select(place => (Zone: place.ZoneId, Name: $"{Country(place)}: {City(place.ZoneId)}")).ToList();
        if (chosen is not null && !Has(chosen) && DateTimeZoneProviders.Tzdb.GetZoneOrNull(chosen) is not null)
        {
            all.Add((chosen, City(chosen)));
        }

        return
        [
            .. all.OrderBy(zone => zone.Name, StringComparer.CurrentCulture)
                .Select(zone => new Choice(zone.Zone, Says(zone.Name, DateTimeZoneProviders.Tzdb[zone.Zone].GetUtcOffset(now) - here))),
        ];
    }

    private string Says(string place, Offset apart)
    {
        var minutes = Math.Abs(apart.Seconds) / 60;
        var (hours, rest) = (minutes / 60, minutes % 60);
        var length = texts[rest == 0 ? "Zone.Hours" : hours == 0 ? "Zone.Minutes" : "Zone.HoursAndMinutes", hours, rest].Value;
        return apart.Seconds switch
        {
            0 => texts["Zone.Same", place, reader.SiteName],
            > 0 => texts["Zone.Ahead", place, length, reader.SiteName],
            < 0 => texts["Zone.Behind", place, length, reader.SiteName],
        };
    }

    private string Country(TzdbZoneLocation place) => countries.TryFind(place.CountryCode, out var country) ? country.Name : place.CountryName;

    /// <summary>With what stands before it in the zone's name: "Kentucky, Louisville".</summary>
    private static string City(string zone) =>
        zone[(zone.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('_', ' ').Replace("/", ", ", StringComparison.Ordinal);
}
