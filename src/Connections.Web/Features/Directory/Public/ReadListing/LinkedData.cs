using System.Globalization;
using System.Text.Json.Serialization;
using Connections.Data.Listings.Search;
using Connections.Domain.Directory;
using Connections.Web.Features.Directory.Reading;
using Connections.Web.Sites;

namespace Connections.Web.Features.Directory.Public.ReadListing;

/// <summary>A listing as schema.org Organization. The page links to it, as it may not carry a script element.</summary>
internal static class LinkedData
{
    public static async Task<IResult> HandleAsync(string slug, DirectoryIndexSource source, ListingWords words, ISiteLinks links, CancellationToken ct) =>
        (await source.CurrentAsync(ct)).Find(slug) is { } card
            ? Results.Json(Describe(card, words, links), contentType: "application/ld+json")
            : Results.NotFound();

    private static OrganizationData Describe(DirectoryCard card, ListingWords words, ISiteLinks links)
    {
        var content = card.Content;
        return new OrganizationData
        {
            Id = links.Absolute(DirectoryLinks.Listing(card.Slug)).AbsoluteUri,
            Name = content.Name,
            AlternateName = content.LocalName,
            Description = ListingWords.Text(content)?.Summary,
            Url = content.Website,
            FoundingDate = content.StartedYear?.ToString(CultureInfo.InvariantCulture),
            KnowsLanguage = content.Languages,
            Location = new PlaceData
            {
                Name = words.Where(content),
                Address = new AddressData { Locality = content.Place, Country = content.Country },
                Geo = card.Location is { } point ? new GeoData { Latitude = point.Latitude, Longitude = point.Longitude } : null,
            },
        };
    }

    private sealed record OrganizationData
    {
        [JsonPropertyName("@context")]
        public string Context => "https://schema.org";

        [JsonPropertyName("@type")]
        public string Type => "Organization";

        [JsonPropertyName("@id")]
        public required string Id { get; init; }

        public required string Name { get; init; }

        public string? AlternateName { get; init; }

        public string? Description { get; init; }

        public string? Url { get; init; }

        public string? FoundingDate { get; init; }

        public required IReadOnlyList<string> KnowsLanguage { get; init; }

        public required PlaceData Location { get; init; }
    }

    private sealed record PlaceData
    {
        [JsonPropertyName("@type")]
        public string Type => "Place";

        public required string Name { get; init; }

        public required AddressData Address { get; init; }

        public GeoData? Geo { get; init; }
    }

    private sealed record AddressData
    {
        [JsonPropertyName("@type")]
        public string Type => "PostalAddress";

        [JsonPropertyName("addressLocality")]
        public string? Locality { get; init; }

        [JsonPropertyName("addressCountry")]
        public string? Country { get; init; }
    }

    private sealed record GeoData
    {
        [JsonPropertyName("@type")]
        public string Type => "GeoCoordinates";

        public double Latitude { get; init; }

        public double Longitude { get; init; }
    }
}
