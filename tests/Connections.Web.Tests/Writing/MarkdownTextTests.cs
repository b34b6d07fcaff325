using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Connections.Web.Writing;
using Microsoft.AspNetCore.Html;

namespace Connections.Web.Tests.Writing;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Words <img src=x onerror=alert(1)> and words")]
    [InlineData("<a href=\"javascript:alert(1)\">here</a>")]
    [InlineData("<div style=\"position:fixed\">over everything</div>")]
    [InlineData("<!-- <script>alert(1)</script> -->")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;")]
    public void Raw_html_is_shown_as_the_text_it_is(string markdown)
    {
        var shown = Parsed(markdown);

        Assert.Empty(shown.QuerySelectorAll("script, img, a, div"));
        Assert.Contains(markdown.Contains("&lt;", StringComparison.Ordinal) ? "<script>alert(1)</script>" : markdown, shown.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[here](javascript:alert(1))")]
    [InlineData("[here](JaVaScRiPt:alert(1))")]
    [InlineData("[here](java&#115;cript:alert(1))")]
    [InlineData("[here](<java\tscript:alert(1)>)")]
    [InlineData("[here](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[here](vbscript:x)")]
    [InlineData("[here](file:///etc/passwd)")]
    [InlineData("[here](//evil.example.org/x)")]
    [InlineData("[here](/\\evil.example.org)")]
    [InlineData("[here](\\\\evil.example.org)")]
    [InlineData("[here](relative)")]
    [InlineData("[here]()")]
    [InlineData("[here][ref]\n\n[ref]: javascript:alert(1)")]
    [InlineData("[here]\n\n[here]: //evil.example.org")]
    [InlineData("![here](javascript:alert(1))")]
    [InlineData("[**here**](javascript:alert(1))")]
    public void A_link_that_leads_nowhere_good_becomes_its_words(string markdown)
    {
        var shown = Parsed(markdown);

        Assert.Empty(shown.QuerySelectorAll("a, img, [href], [src]"));
        Assert.Contains("here", shown.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<data:text/html,x>")]
    [InlineData("javascript:alert(1)")]
    public void An_address_between_brackets_becomes_a_link_only_where_it_is_safe(string markdown)
    {
        Assert.Empty(Parsed(markdown).QuerySelectorAll("a"));
    }

    [Theory]
    [InlineData("[here](/events)", "/events", null)]
    [InlineData("[here](#part)", "#part", null)]
    [InlineData("[here](mailto:a@example.org)", "mailto:a@example.org", null)]
    [InlineData("[here](https://example.org/a?b=1&c=2)", "https://example.org/a?b=1&c=2", "noopener nofollow")]
    [InlineData("[here][ref]\n\n[ref]: https://example.org", "https://example.org", "noopener nofollow")]
    [InlineData("https://example.org", "https://example.org", "noopener nofollow")]
    [InlineData("[here](\"onmouseover=alert(1))", null, null)]
    public void A_good_link_stays(string markdown, string? href, string? rel)
    {
        var link = Parsed(markdown).QuerySelector("a");

        Assert.Equal((href, rel), (link?.GetAttribute("href"), link?.GetAttribute("rel")));
        Assert.Null(link?.GetAttribute("onmouseover"));
    }

    [Fact]
    public void A_picture_becomes_a_link_to_it_since_no_page_loads_one_from_elsewhere()
    {
        var shown = Parsed("![The harbour](https://example.org/harbour.jpg \"At dawn\")");

        Assert.Empty(shown.QuerySelectorAll("img"));
        var link = Assert.Single(shown.QuerySelectorAll("a"));
        Assert.Equal(("The harbour", "https://example.org/harbour.jpg"), (link.TextContent, link.GetAttribute("href")));
    }

    [Theory]
    [InlineData(0, "H2", "H2", "H3", "H6")]
    [InlineData(1, "H2", "H3", "H4", "H6")]
    [InlineData(2, "H3", "H4", "H5", "H6")]
    public void A_page_keeps_its_one_first_heading(int offset, params string[] expected)
    {
        var shown = Parsed("# One\n\n## Two\n\n### Three\n\n###### Six", offset);

        Assert.Equal(expected, shown.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => h.TagName));
    }

    [Fact]
    public void In_mail_a_link_inside_the_site_is_whole()
    {
        var html = MarkdownText.RenderAbsolute("[a](/events) [b](https://example.org/) [c](//evil.example.org) [d](javascript:x)", "https://portal.example.org");

        var links = new HtmlParser().ParseDocument(html).QuerySelectorAll("a").Select(a => a.GetAttribute("href"));
        Assert.Equal(["https://portal.example.org/events", "https://example.org/"], links);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \n ")]
    public void Nothing_written_is_nothing_shown(string? markdown)
    {
        Assert.Same(HtmlString.Empty, MarkdownText.Render(markdown));
        Assert.Equal("", MarkdownText.RenderAbsolute(markdown, "https://portal.example.org"));
    }

    [Fact]
    public void Deep_nesting_does_not_bring_it_down()
    {
        foreach (var sign in new[] { ">", "[", "*", "- ", "(", "![" })
        {
            Assert.NotNull(Parsed(string.Concat(Enumerable.Repeat(sign, 5_000)) + "end"));
        }
    }

    private static IHtmlDocument Parsed(string markdown, int offset = 1)
    {
        using var writer = new StringWriter();
        MarkdownText.Render(markdown, offset).WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(writer.ToString());
    }
}
