using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Connections.Testing;
using Connections.Testing.Crawling;
using Connections.Testing.Html;
using NodaTime;

namespace Connections.Web.Tests.Languages;

/// <summary>Reads the whole site in the pseudo-locale. Words that are still plain English came from nowhere a translator could reach.</summary>
/// <remarks>Exempt are words of the site pack, elements that carry a <c>lang</c>, a <c>dir="auto"</c> or a <c>data-content</c>
/// (written by people, in whatever language), times and code.</remarks>
public sealed partial class PseudoLocaleTests(DemonstrationOnSqlite fixture) : IClassFixture<DemonstrationOnSqlite>
{
    private const string Exempt = "script, style, template, code, pre, time, textarea, [data-content], body [lang], [dir=auto]";

    private static readonly WordsOfThePack Pack = new("scotland");

    [Fact]
    public async Task Every_word_of_every_page_can_be_translated()
    {
        var site = await new SiteCrawl(fixture.Host).RunAsync(Personas.All, InPseudo);

        var escaped = site.Pages.DistinctBy(p => p.Route).SelectMany(p => Escaped(p.Page).Distinct().Select(text => $"{p.Route}: {text}"));
        Faults.AssertNone(escaped);
    }

    private static string InPseudo(string path) => path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "culture=en-XA";

    private static IEnumerable<string> Escaped(HtmlPage page)
    {
        var body = page.Document.Body!;
        var texts = body.Descendants<IText>().Where(t => t.ParentElement!.Closest(Exempt) is null).Select(t => t.TextContent);
        var attributes = body.QuerySelectorAll("[alt], [title], [aria-label], [placeholder]").Where(e => e.Closest(Exempt) is null)
            .SelectMany(e => new[] { "alt", "title", "aria-label", "placeholder" }.Select(e.GetAttribute)).OfType<string>();
        return texts.Append(page.Document.Title ?? "").Concat(attributes)
            .Select(t => string.Join(' ', t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Where(t => PlainWord().IsMatch(t) && !Pseudo().IsMatch(t) && !IsOfThePack(t));
    }

    // A list of names, such as languages or a town and its country, is put together from words of the pack.
    private static bool IsOfThePack(string text) =>
        Pack.Hold(text) || Date().IsMatch(text) || DateTimeZoneProviders.Tzdb.Ids.Contains(text.Replace(' ', '_')) || text.Split([", ", " – ", " · ", ": ", " (", ")"], StringSplitOptions.RemoveEmptyEntries).All(Pack.Hold);

    [GeneratedRegex("^[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}(, [0-9.:]+[ap]m)?( \\([^)]+\\))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Date();

    [GeneratedRegex("[A-Za-z]{3,}", RegexOptions.None, 1000)]
    private static partial Regex PlainWord();

    // Letters that only the pseudo-locale writes.
    [GeneratedRegex("[ƀćďƒĝĥïĵķĺḿñþǫŕšţûṽŵẋëẍðÀƁĆĎÉƑĜĤÏĴĶĹḾÑÞǪŔŠŢÛṼŴẊÝŽ]", RegexOptions.None, 1000)]
    private static partial Regex Pseudo();
}
