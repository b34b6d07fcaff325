using System.Globalization;
using System.Text;
using Connections.Data;
using Connections.Data.Audit;
using Connections.Web.Features.Grants.Staff.Reading;
using Connections.Web.Sites;
using CsvHelper;
using CsvHelper.Configuration;
using Connections.Domain.Forms;

namespace Connections.Web.Features.Grants.Staff.Standings;

/// <summary>Writes a ranking as CSV, and records that it was downloaded.</summary>
public sealed class WriteRanking(ConnectionsDbContext db, AuditTrail audit, Countries countries)
{
    // A cell that begins like a formula is written as text, whatever an applicant called their project.
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };
    private static readonly string[] Headings = ["reference", "title", "applicant", "country", "themes", "asked", "reviews", "rank", "mean", "spread", "lowest", "highest", "standing", "decision", "awarded"];

    public async Task<byte[]> HandleAsync(CallRanking ranking, CancellationToken ct)
    {
        using var file = new MemoryStream();
        await using var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, Format, leaveOpen: true);
        foreach (var line in ranking.Rows.Select(Fields).Prepend(Headings))
        {
            foreach (var field in line)
            {
                csv.WriteField(field);
            }

            await csv.NextRecordAsync();
        }

        await csv.FlushAsync();
        await text.FlushAsync(ct);
        audit.Record("grants.export", $"call:{ranking.Call.Id}", after: new { What = "ranking", Rows = ranking.Rows.Count });
        await db.SaveChangesAsync(ct);
        return file.ToArray();
    }

    private string?[] Fields(RankedRow row) =>
    [
        row.Reference, row.Title, row.Applicant, row.Country is null ? null : countries.Name(row.Country), string.Join(' ', row.Themes), Amount(row.AskedMinor),
        $"{row.Scores.Count}", $"{row.Rank}", Number(row.Marks?.Mean), Number((decimal?)row.Marks?.Deviation), Number(row.Marks?.Lowest), Number(row.Marks?.Highest),
        $"{row.Standing}", row.Decision is null ? null : $"{row.Decision.Kind}", Amount(row.Decision?.AmountMinor),
    ];

    private static string? Number(decimal? value) => value?.ToString("0.000", CultureInfo.InvariantCulture);

    private static string? Amount(long? minor) => minor is { } amount ? TypedAmount.Write(amount) : null;
}
