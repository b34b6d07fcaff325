using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Connections.Testing;
using Connections.Testing.Crawling;
using Connections.Testing.Html;

namespace Connections.Web.Tests.BadInput;

/// <summary>A form that posts, by one of its buttons, where somebody came upon it.</summary>
/// <param name="Press">Which of its buttons.</param>
/// <param name="Button">Words of that button, to tell forms of one page apart.</param>
/// <param name="Kinds">Kinds of its controls: the questions of an application are one route and many forms.</param>
public sealed record FoundForm(VisitedPage Where, int Index, int Press, string ActionRoute, string Button, string Kinds)
{
    /// <summary>Other places and people that show the same form.</summary>
    public IReadOnlyList<FoundForm> Elsewhere { get; private init; } = [];

    public override string ToString() => $"{Where.Route} ({Where.Path}) “{Button}” as {Where.Persona}";

    /// <summary>Every form of a crawl once: the first place and person that show it stand for the rest.</summary>
    public static IReadOnlyList<FoundForm> In(IReadOnlyList<VisitedPage> pages, RouteMap routes) =>
    [
        .. pages.SelectMany(p => Of(p, routes)).GroupBy(f => (f.ActionRoute, f.Button, f.Kinds)).Select(same => same.First() with { Elsewhere = [.. same.Skip(1)] }),
    ];

    /// <summary>Opens the page again, for a fresh token and version.</summary>
    public async Task<RawForm?> OpenAsync(Visitor visitor)
    {
        var page = await visitor.GetAsync(Where.Path);
        var forms = All(page);
        return Index < forms.Count && Buttons(forms[Index]) is var buttons && Press < buttons.Count && WordsOf(buttons[Press]) == Button
            ? new RawForm(page, forms[Index], buttons[Press], ActionRoute.Split("?handler=")[0])
            : null;
    }

    /// <summary>Opens it as somebody who has just signed in, here or wherever else it stands: one form may use up what another needs.</summary>
    public async Task<(Visitor Visitor, RawForm Form)?> OpenAnywhereAsync(ConnectionsHost host)
    {
        foreach (var place in Elsewhere.Prepend(this))
        {
            var visitor = await place.Where.Persona.VisitAsync(host);
            if (await place.OpenAsync(visitor) is { } form)
            {
                return (visitor, form);
            }
        }

        return null;
    }

    private static IEnumerable<FoundForm> Of(VisitedPage where, RouteMap routes) =>
        All(where.Page).SelectMany((form, index) => Buttons(form).Select((button, press) =>
        {
            var action = where.Page.Resolve(Target(form, button) is { Length: > 0 } given ? given : where.Page.Path);
            var handler = action.Contains('?', StringComparison.Ordinal) ? action[action.IndexOf('?', StringComparison.Ordinal)..] : "";
            var named = handler.Contains("handler=", StringComparison.OrdinalIgnoreCase) ? handler : "";
            var kinds = string.Join(' ', FormFields.Controls(form).Select(c => c is IHtmlInputElement input ? input.Type : c.LocalName).Where(kind => kind != "hidden").Distinct().Order());
            return new FoundForm(where, index, press, routes.Find(action) + named, WordsOf(button), kinds);
        }));

    internal static string? Target(IHtmlFormElement form, IElement? button) => button?.GetAttribute("formaction") ?? form.GetAttribute("action");

    private static IReadOnlyList<IHtmlFormElement> All(HtmlPage page) =>
    [
        .. page.Document.QuerySelectorAll<IHtmlFormElement>("form")
            .Where(f => string.Equals(f.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase)),
    ];

    private static IReadOnlyList<IElement> Buttons(IHtmlFormElement form) =>
    [
        .. form.QuerySelectorAll("button:not([type=button]), input[type=submit]"),
        .. form.Id is { Length: > 0 } id ? form.Owner!.QuerySelectorAll($"button[form='{id}']").AsEnumerable() : [],
    ];

    private static string WordsOf(IElement button) => string.Join(' ',
        (button is IHtmlInputElement && button.GetAttribute("value") is { Length: > 0 } value ? value : button.TextContent).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
