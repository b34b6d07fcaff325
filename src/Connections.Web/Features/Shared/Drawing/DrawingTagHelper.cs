using Connections.Web.Sites;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connections.Web.Features.Shared.Drawing;

/// <summary><c>&lt;drawing folder="portraits" name="aroha-sinclair" label="Drawn portrait of…" class="portrait" /&gt;</c>: a drawing of
/// the site pack, in the page. Without a label it is decoration.</summary>
[HtmlTargetElement("drawing", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DrawingTagHelper(PackDrawings drawings) : TagHelper
{
    public string Folder { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (drawings.Find(Folder, Name) is not { } drawing)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("viewBox", drawing.ViewBox);
        output.Attributes.SetAttribute("focusable", "false");
        if (Folder is "portraits")
        {
            output.Attributes.SetAttribute("preserveAspectRatio", "xMidYMin slice");
        }

        if (string.IsNullOrEmpty(Label))
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }

        output.Content.SetHtmlContent(drawing.Content);
    }
}
