using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Connections.Data;
using Connections.Web.Features.Grants.Reading;
using Connections.Domain.Calls;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Sites;

namespace Connections.Web.Features.Grants.Public.ReadResults;

/// <summary>The awards of a call as a grant package of the 360Giving Data Standard 1.4.</summary>
public static class DownloadGrants
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    public static async Task<IResult> HandleAsync(string call, ConnectionsDbContext db, ReviewStatistics statistics, Countries countries, Site site, ISiteLinks links, CancellationToken ct)
    {
        var results = await PublishedResults.FindAsync(db, statistics, countries, site, call, ct);

        // The standard is about money; a call that gives places has nothing to say in it.
        if (results is not { Given: not null, Awards.Count: > 0 })
        {
            return Results.NotFound();
        }

        return Results.Json(
            new
            {
                Version = "1.4",
                Title = $"{site.Name}: {results.Call.Name}",
                Issued = results.Call.ResultsPublishedAt!.Value.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Grants = results.Awards.Select(a => Grant(a, results, countries, site, links)),
            },
            Json);
    }

    private static object Grant(Award award, PublishedResults results, Countries countries, Site site, ISiteLinks links)
    {
        var id = $"360G-{site.Key}-{award.Reference}";
        return new
        {
            Id = id,
            award.Title,
            Description = award.Summary,
            award.Currency,
            AmountAppliedFor = Amount(award.RequestedMinor, award.Currency!),
            AmountAwarded = Amount(award.AmountMinor, award.Currency!),
            AwardDate = award.AwardedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Url = links.Absolute($"{GrantsLinks.Results(results.Call.Slug)}#{award.Reference}"),
            PlannedDates = award is { StartsOn: { } starts, EndsOn: { } ends } ? new[] { new { StartDate = Day(starts), EndDate = Day(ends) } } : null,
            RecipientOrganization = award.Organisation is { } name ? new[] { new { Id = $"{id}-recipient", Name = name, AddressCountry = countries.Name(award.Country) } } : null,
            RecipientIndividual = award.Organisation is null ? new { Id = $"{id}-recipient", Name = "Individual Recipient" } : null,
            BeneficiaryLocation = award.Countries.Select(c => new { Name = countries.Name(c), CountryCode = c }),
            FundingOrganization = new[] { new { Id = $"360G-{site.Key}", site.Name } },
            GrantProgramme = new[] { new { Code = results.Call.Slug, Title = results.Call.Name, Url = links.Absolute(GrantsLinks.Call(results.Call.Slug)) } },
            FromOpenCall = "Yes",
            DateModified = award.AwardedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        };
    }

    private static decimal? Amount(long? minor, string currency) => minor / (decimal)CurrencyNotation.Of(currency).MinorUnitsInOne;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
