using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connections.Web.Features.Shared.Forms;

/// <summary><c>&lt;form-button&gt;Send application&lt;/form-button&gt;</c>; says what happens, and a second click sends nothing twice.</summary>
[HtmlTargetElement("form-button")]
public sealed class FormButtonTagHelper : TagHelper
{
    /// <summary>secondary or accent; none for the one main action.</summary>
    public string? Look { get; set; }

    public bool Small { get; set; }

    /// <summary>The page's handler that this button posts to, where it is not the form's own.</summary>
    [HtmlAttributeName("asp-page-handler")]
    public string? Handler { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "button";
        var ownClass = output.Attributes["class"]?.Value?.ToString();
        var classes = new[] { "button", Look is null ? null : $"button--{Look}", Small ? "button--small" : null, ownClass };
        output.Attributes.SetAttribute("class", string.Join(' ', classes.Where(c => c is not null)));
        output.Attributes.SetAttribute("type", "submit");
        if (Handler is not null)
        {
            output.Attributes.SetAttribute("formaction", $"?handler={Uri.EscapeDataString(Handler)}");
        }

        output.Attributes.SetAttribute("data-module", "govuk-button");
        output.Attributes.SetAttribute("data-prevent-double-click", "true");
    }
}
