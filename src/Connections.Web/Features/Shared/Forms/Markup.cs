using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Connections.Web.Features.Shared.Forms;

/// <summary>Builds elements for tag helpers. An attribute whose value is null is left out.</summary>
internal static class Markup
{
    public static TagBuilder Element(string tag, string? cssClass, params (string Name, string? Value)[] attributes)
    {
        var element = new TagBuilder(tag) { TagRenderMode = tag is "input" ? TagRenderMode.StartTag : TagRenderMode.Normal };
        if (cssClass is not null)
        {
            element.Attributes["class"] = cssClass;
        }

        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                element.Attributes[name] = value;
            }
        }

        return element;
    }

    public static TagBuilder With(this TagBuilder element, string? text)
    {
        element.InnerHtml.Append(text ?? "");
        return element;
    }

    public static TagBuilder With(this TagBuilder element, IHtmlContent content)
    {
        element.InnerHtml.AppendHtml(content);
        return element;
    }
}
