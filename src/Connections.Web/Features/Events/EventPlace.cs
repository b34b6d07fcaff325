using Connections.Web.Sites;

namespace Connections.Web.Features.Events;

/// <summary>Where an event takes place, in a line: "Market Hall, Porto, Portugal", and "Market Hall, Easton, Bristol" on the
/// site of Bristol itself.</summary>
public sealed class EventPlace(Site site, Countries countries)
{
    public string Of(string? venue, string? town, string? country) =>
        string.Join(", ", new[] { venue, town, country is null || site.IsAtHome(town, country) ? null : countries.Name(country) }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
