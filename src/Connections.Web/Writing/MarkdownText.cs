using System.Text.Encodings.Web;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Connections.Web.Writing;

/// <summary>Turns what people write in Markdown into HTML that is safe to show: raw HTML is shown as text, a link may
/// only lead to the web, to mail or inside the site (the words of any other stay, without a link), and pictures become links, since no page loads one from elsewhere.</summary>
public static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseAutoLinks()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .Build();

    /// <summary>For mail: as <see cref="Render"/>, with links inside the site made whole.</summary>
    /// <param name="root">The site's address without a final slash.</param>
    public static string RenderAbsolute(string? markdown, string root)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return "";
        }

        return Written(markdown, headingOffset: 0, link => link.Url = link.Url!.StartsWith('/') ? root + link.Url : link.Url);
    }

    /// <param name="headingOffset">How many levels deeper a heading goes than it was written, so that the page keeps one h1: no heading becomes higher than the second level.</param>
    public static IHtmlContent Render(string? markdown, int headingOffset = 1)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return HtmlString.Empty;
        }

        return new HtmlString(Written(markdown, headingOffset, _ => { }));
    }

    /// <returns>The words of the first heading; null where there is none.</returns>
    public static string? Title(string markdown) =>
        Markdown.Parse(markdown, Pipeline).Descendants<HeadingBlock>().FirstOrDefault()?.Inline is { } heading
            ? string.Concat(heading.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()))
            : null;

    private static string Written(string markdown, int headingOffset, Action<LinkInline> change)
    {
        try
        {
            var document = Parse(markdown, headingOffset);
            foreach (var link in document.Descendants<LinkInline>())
            {
                change(link);
            }

            return document.ToHtml(Pipeline);
        }
        catch (ArgumentException)
        {
            // Nested deeper than the parser goes: nothing a person means as Markdown, so it is shown as it was typed.
            return $"<p>{HtmlEncoder.Default.Encode(markdown)}</p>";
        }
    }

    private static MarkdownDocument Parse(string markdown, int headingOffset)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Clamp(heading.Level + headingOffset, 2, 6);
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            MakeSafe(link);
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && !LeadsSomewhereSafe(l.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return document;
    }

    private static void MakeSafe(LinkInline link)
    {
        link.IsImage = false;
        if (!LeadsSomewhereSafe(link.Url))
        {
            link.ReplaceBy(new ContainerInline());
        }
        else if (link.Url!.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            link.GetAttributes().AddProperty("rel", "noopener nofollow");
        }
    }

    private static bool LeadsSomewhereSafe(string? url) =>
        url is { Length: > 0 } && !url.StartsWith("//", StringComparison.Ordinal) && !url.Contains('\\', StringComparison.Ordinal) &&
        (url[0] is '/' or '#' ||
         (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto"));
}
