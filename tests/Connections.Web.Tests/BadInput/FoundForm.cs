using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Connections.Testing.Crawling;
using Connections.Testing.Html;

namespace Connections.Web.Tests.BadInput;

/// <summary>A form that posts, where somebody came upon it.</summary>
/// <param name="Button">Words of its first button, to tell forms of one page apart.</param>
public sealed record FoundForm(VisitedPage Where, int Index, string ActionRoute, string Button)
{
    public override string ToString() => $"{Where.Route} ({Where.Path}) “{Button}” as {Where.Persona}";

    /// <summary>Every form of a crawl once: the first place and person that show it stand for the rest.</summary>
    public static IReadOnlyList<FoundForm> In(IReadOnlyList<VisitedPage> pages, RouteMap routes) =>
        [.. pages.SelectMany(p => Of(p, routes)).DistinctBy(f => (f.ActionRoute, f.Button))];

    /// <summary>Opens the page again, for a fresh token and version.</summary>
    public async Task<RawForm?> OpenAsync(Visitor visitor)
    {
        var page = await visitor.GetAsync(Where.Path);
        var forms = All(page);
        return Index < forms.Count ? new RawForm(page, forms[Index]) : null;
    }

    private static IEnumerable<FoundForm> Of(VisitedPage where, RouteMap routes) =>
        All(where.Page).Select((form, index) =>
        {
            var action = where.Page.Resolve(form.GetAttribute("action") is { Length: > 0 } given ? given : where.Page.Path);
            var handler = action.Contains('?', StringComparison.Ordinal) ? action[action.IndexOf('?', StringComparison.Ordinal)..] : "";
            var named = handler.Contains("handler=", StringComparison.OrdinalIgnoreCase) ? handler : "";
            return new FoundForm(where, index, routes.Find(action) + named, ButtonOf(form));
        });

    private static IReadOnlyList<IHtmlFormElement> All(HtmlPage page) =>
    [
        .. page.Document.QuerySelectorAll<IHtmlFormElement>("form")
            .Where(f => string.Equals(f.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase)),
    ];

    private static string ButtonOf(IHtmlFormElement form)
    {
        var button = form.QuerySelector("button, input[type=submit]")
            ?? (form.Id is { Length: > 0 } id ? form.Owner!.QuerySelector($"button[form='{id}']") : null);
        return button is null ? "" : string.Join(' ', (button.GetAttribute("value") is { Length: > 0 } value && button is IHtmlInputElement ? value : button.TextContent)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
