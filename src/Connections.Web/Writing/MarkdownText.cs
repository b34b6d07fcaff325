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

        var document = Parse(markdown, headingOffset: 0);
        foreach (var link in document.Descendants<LinkInline>().Where(l => l.Url!.StartsWith('/')))
        {
            link.Url = root + link.Url;
        }

        return document.ToHtml(Pipeline);
    }

    /// <param name="headingOffset">How many levels deeper a heading goes than it was written, so that the page keeps one h1: no heading becomes higher than the second level.</param>
    public static IHtmlContent Render(string? markdown, int headingOffset = 1)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return HtmlString.Empty;
        }

        return new HtmlString(Parse(markdown, headingOffset).ToHtml(Pipeline));
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
