using System.Globalization;
using System.Text;
using Connections.Data;
using Connections.Web.Features.Grants.Reading;
using Connections.Domain.Calls;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Sites;
using CsvHelper;
using CsvHelper.Configuration;

namespace Connections.Web.Features.Grants.Public.ReadResults;

/// <summary>The awards of a call as a table for a spreadsheet.</summary>
public static class DownloadAwards
{
    private static readonly string[] Columns =
        ["reference", "title", "organisation", "country", "countries", "themes", "amount_requested", "amount_awarded", "currency", "awarded_on", "starts_on", "ends_on", "reason"];

    public static async Task<IResult> HandleAsync(string call, ConnectionsDbContext db, ReviewStatistics statistics, Countries countries, Site site, CancellationToken ct)
    {
        var results = await PublishedResults.FindAsync(db, statistics, countries, site, call, ct);
        if (results is null)
        {
            return Results.NotFound();
        }

        // A cell that a spreadsheet would take for a formula is made plain text.
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape };
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        await using (var csv = new CsvWriter(text, configuration))
        {
            Write(csv, Columns);
            foreach (var award in results.Awards)
            {
                Write(csv, Row(award, results));
            }
        }

        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"{call}-awards.csv");
    }

    private static string[] Row(Award award, PublishedResults results) =>
    [
        award.Reference, award.Title, award.Organisation ?? "", award.Country, string.Join(' ', award.Countries), results.Themes(award),
        Amount(award.RequestedMinor, award.Currency), Amount(award.AmountMinor, award.Currency), award.Currency ?? "",
        award.AwardedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Day(award.StartsOn), Day(award.EndsOn), award.Reason,
    ];

    private static string Amount(long? minor, string? currency) =>
        minor is { } amount && currency is not null ? (amount / (decimal)CurrencyNotation.Of(currency).MinorUnitsInOne).ToString("0.00", CultureInfo.InvariantCulture) : "";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static void Write(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }
}
