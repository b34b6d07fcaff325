using Connections.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connections.Web.Security.Input.Once;

/// <summary>Gives every form that posts its number; see <see cref="FormNumber"/>.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormNumberTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.PostContent.AppendHtml(Markup.Element("input", null, ("type", "hidden"), ("name", FormNumber.Field), ("value", FormNumber.New())));
}
