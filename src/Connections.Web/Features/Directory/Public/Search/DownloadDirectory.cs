using System.Globalization;
using System.Text;
using Connections.Data.Listings.Search;
using Connections.Web.Features.Directory.Reading;
using Connections.Web.Sites;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Directory.Public.Search;

/// <summary>The result of a search as a file: the same listings in the same order, one a line.</summary>
internal static class DownloadDirectory
{
    // A cell that begins like a formula is written so that no spreadsheet runs it.
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };

    public static async Task<IResult> HandleAsync(HttpRequest request, DirectoryIndexSource source, ListingWords words, IStringLocalizer<DirectoryText> texts, ISiteLinks links, CancellationToken ct)
    {
        var index = await source.CurrentAsync(ct);
        var cards = index.SearchAll(SearchForm.From(request.Query).ToQuery());
        return Results.Stream(stream => WriteAsync(stream, cards, words, texts, links, ct), "text/csv; charset=utf-8", "directory.csv");
    }

    private static async Task WriteAsync(Stream stream, IEnumerable<DirectoryCard> cards, ListingWords words, IStringLocalizer texts, ISiteLinks links, CancellationToken ct)
    {
        // With its byte order mark, which spreadsheets need to see that it is UTF-8.
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(writer, Format);
        foreach (var field in (string[])["Name", "LocalName", "Kind", "Country", "Place", "Languages", "Meets", "Summary", "Website", "Confirmed", "Page"])
        {
            csv.WriteField(texts[$"File.{field}"].Value);
        }

        foreach (var card in cards)
        {
            await csv.NextRecordAsync();
            Write(csv, card, words, links);
            ct.ThrowIfCancellationRequested();
        }

        await csv.NextRecordAsync();
        await writer.FlushAsync(ct);
    }

    private static void Write(CsvWriter csv, DirectoryCard card, ListingWords words, ISiteLinks links)
    {
        var content = card.Content;
        csv.WriteField(content.Name);
        csv.WriteField(content.LocalName);
        csv.WriteField(words.Kind(content.Kind));
        csv.WriteField(content.Country);
        csv.WriteField(content.Place);
        csv.WriteField(words.Languages(content));
        csv.WriteField(words.Meets(content));
        csv.WriteField(ListingWords.Text(content)?.Summary);
        csv.WriteField(content.Website);
        csv.WriteField(card.ConfirmedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        csv.WriteField(links.Absolute(DirectoryLinks.Listing(card.Slug)).AbsoluteUri);
    }
}
