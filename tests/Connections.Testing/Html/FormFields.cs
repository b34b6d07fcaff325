using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Connections.Testing.Html;

/// <summary>The controls of a form and what a browser would send of them.</summary>
public static class FormFields
{
    public static IEnumerable<KeyValuePair<string, string>> Of(IHtmlFormElement form) =>
        Controls(form).SelectMany(c => Values(c).Select(v => KeyValuePair.Create(c.GetAttribute("name")!, v)));

    public static IEnumerable<IElement> Named(IHtmlFormElement form, string name) =>
        Controls(form).Where(c => c.GetAttribute("name") == name);

    public static IReadOnlyList<string> Names(IHtmlFormElement form) =>
        [.. Controls(form).Select(c => c.GetAttribute("name")!).Distinct()];

    public static IEnumerable<IElement> Controls(IHtmlFormElement form)
    {
        var inside = form.QuerySelectorAll("input, select, textarea").Where(c => c.GetAttribute("form") is null or "" || c.GetAttribute("form") == form.Id);
        var outside = form.Id is { Length: > 0 } id
            ? form.Owner!.QuerySelectorAll($"input[form='{id}'], select[form='{id}'], textarea[form='{id}']").Where(c => c.Closest("form") != form)
            : [];
        return inside.Concat(outside).Where(c => c.GetAttribute("name") is { Length: > 0 } && !IsDisabled(c) && !IsButton(c));
    }

    public static bool IsFile(IElement control) => control is IHtmlInputElement { Type: "file" };

    private static bool IsDisabled(IElement control) => control.HasAttribute("disabled") || control.Closest("fieldset[disabled]") is not null;

    private static bool IsButton(IElement control) => control is IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" };

    private static IEnumerable<string> Values(IElement control) => control switch
    {
        IHtmlInputElement { Type: "file" } => [],
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.HasAttribute("checked") ? [box.GetAttribute("value") ?? "on"] : [],
        IHtmlInputElement input => [input.GetAttribute("value") ?? ""],
        // The first line break after the tag is not part of the text; a browser sends line breaks as CR LF.
        IHtmlTextAreaElement area => [area.TextContent.ReplaceLineEndings("\r\n")],
        IHtmlSelectElement select => Chosen(select),
        _ => [],
    };

    private static IEnumerable<string> Chosen(IHtmlSelectElement select)
    {
        var options = select.QuerySelectorAll<IHtmlOptionElement>("option").Where(o => !o.HasAttribute("disabled")).ToList();
        var chosen = options.Where(o => o.HasAttribute("selected")).ToList();
        if (chosen.Count == 0 && !select.HasAttribute("multiple"))
        {
            chosen = [.. options.Take(1)];
        }

        return chosen.Select(o => o.GetAttribute("value") ?? HtmlPage.Plain(o.TextContent));
    }
}
