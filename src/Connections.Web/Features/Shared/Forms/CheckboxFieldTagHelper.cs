using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Forms;

/// <summary>One box to tick: <c>&lt;checkbox-field asp-for="Input.Agrees" label="…" /&gt;</c></summary>
[HtmlTargetElement("checkbox-field", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxFieldTagHelper(IStringLocalizer<SharedText> texts) : FieldTagHelper(texts)
{
    protected override Task DrawAsync(BoundField field, (string Name, string? Value)[] extra, TagHelperContext context, TagHelperOutput output)
    {
        var input = Markup.Element("input", null,
        [
            ("id", field.Id),
            ("name", field.Name),
            ("type", "checkbox"),
            ("value", "true"),
            ("checked", field.Value == "true" ? "checked" : null),
            ("aria-describedby", DescribedBy(field)),
            ("aria-invalid", IsWrong(field) ? "true" : null),
            .. extra,
        ]);
        var words = Markup.Element("span", null).With(TextOf(field));

        Register(field, field.Id);
        output.TagName = "div";
        output.Content
            .AppendHtml(DrawHintAndErrors(field))
            .AppendHtml(Markup.Element("label", "choice", ("for", field.Id)).With(input).With(words));
        return Task.CompletedTask;
    }
}
