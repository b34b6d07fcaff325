using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Connections.Testing.Html;

/// <summary>What came back, read as a browser reads it.</summary>
public sealed class HtmlPage(Visitor visitor, HttpResponseMessage response, IHtmlDocument document)
{
    public IHtmlDocument Document => document;

    public HttpResponseMessage Response => response;

    public HttpStatusCode Status => response.StatusCode;

    /// <summary>Path and query of the page that was shown in the end.</summary>
    public string Path => response.RequestMessage!.RequestUri!.PathAndQuery;

    public string Title => document.Title ?? "";

    /// <summary>The page's first heading, white space made plain.</summary>
    public string Heading => Plain(document.QuerySelector("h1")?.TextContent);

    /// <summary>All the text in the main part of the page, white space made plain.</summary>
    public string Text => Plain((document.QuerySelector("main") ?? document.Body)?.TextContent);

    public IReadOnlyList<string> Texts(string selector) =>
        [.. document.QuerySelectorAll(selector).Select(e => Plain(e.TextContent))];

    /// <summary>The one form in the main part of the page.</summary>
    public PageForm Form() => new(visitor, this, Only(Forms(), "form in the main part"));

    /// <summary>The form that has a button with these words.</summary>
    public PageForm Form(string button)
    {
        var found = document.QuerySelectorAll<IHtmlElement>("button, input[type=submit]")
            .Where(b => Plain(b is IHtmlInputElement input ? input.Value : b.TextContent) == button)
            .Select(b => (Button: b, Form: FormOf(b))).Where(b => b.Form is not null).ToList();
        var (element, form) = Only(found, $"button \"{button}\"");
        return new PageForm(visitor, this, form!).With(element);
    }

    /// <summary>One of several forms that look alike.</summary>
    public PageForm Form(IHtmlFormElement form) => new(visitor, this, form);

    public IReadOnlyList<IHtmlFormElement> Forms() =>
        [.. (document.QuerySelector("main") ?? document.Body!).QuerySelectorAll<IHtmlFormElement>("form")];

    /// <summary>Follows the one link with these words.</summary>
    public Task<HtmlPage> FollowAsync(string link)
    {
        var found = document.QuerySelectorAll<IHtmlAnchorElement>("a[href]").Where(a => Plain(a.TextContent) == link)
            .Select(a => a.GetAttribute("href")!).Distinct().ToList();
        return visitor.GetAsync(Resolve(Only(found, $"link \"{link}\"")));
    }

    public string Resolve(string href) => new Uri(response.RequestMessage!.RequestUri!, href).PathAndQuery;

    public static string Plain(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IHtmlFormElement? FormOf(IHtmlElement button) =>
        button.GetAttribute("form") is { } id
            ? button.Owner!.GetElementById(id) as IHtmlFormElement
            : button.Closest("form") as IHtmlFormElement;

    private T Only<T>(IReadOnlyList<T> found, string what) =>
        found.Count == 1 ? found[0] : throw new PageException(this, $"There are {found.Count} of: {what}.");
}
