using Connections.Web.Features.Shared.Forms;
using NodaTime.TimeZones;

namespace Connections.Web.Features.Accounts.Public.YourAccount;

/// <summary>Every time zone that is in use somewhere, under the country it is in.</summary>
internal static class TimeZoneChoices
{
    public static readonly IReadOnlyList<Choice> All =
    [
        .. (TzdbDateTimeZoneSource.Default.ZoneLocations ?? [])
            .Select(zone => new Choice(zone.ZoneId, $"{zone.CountryName}: {Place(zone.ZoneId)}"))
            .DistinctBy(choice => choice.Value)
            .OrderBy(choice => choice.Text, StringComparer.Ordinal),
    ];

    public static bool Has(string zone) => All.Any(choice => choice.Value == zone);

    private static string Place(string zone) => zone[(zone.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('_', ' ').Replace("/", ", ", StringComparison.Ordinal);
}
