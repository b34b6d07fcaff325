using Connections.Web.Security;
using Connections.Web.Sites;
using NodaTime;

namespace Connections.Web.Features.Shared.Times;

/// <summary>The zones of this request: the site's, and the reader's where the browser has told it in the cookie
/// <c>zone</c>, or a person has chosen one, and it is another.</summary>
public sealed class ReaderZone
{
    public const string Cookie = "zone";

    public ReaderZone(IHttpContextAccessor accessor, Site site)
    {
        SiteZone = DateTimeZoneProviders.Tzdb[site.TimeZone];
        SiteName = site.ZoneName;
        var request = accessor.HttpContext;
        if ((request?.User.TimeZone ?? request?.Request.Cookies[Cookie]) is { Length: > 0 and < 60 } told &&
            told != site.TimeZone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(told) is { } zone)
        {
            Zone = zone;
            Name = TimeWords.PlaceOf(told);
        }
    }

    public DateTimeZone SiteZone { get; }

    public string SiteName { get; }

    /// <summary>Null where it is not known or is the site's.</summary>
    public DateTimeZone? Zone { get; }

    public string? Name { get; }

    /// <summary>What people call a zone: the site's by its own place, another by the place it is named after.</summary>
    public string NameOf(string zone) => zone == SiteZone.Id ? SiteName : TimeWords.PlaceOf(zone);

    /// <summary>Today where the site is.</summary>
    public DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(TimeWords.In(clock.GetUtcNow(), SiteZone));
}
