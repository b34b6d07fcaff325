using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Forms;

/// <summary><c>&lt;select-field asp-for="Input.Country" label="…" choices="Model.Countries" prompt="…" /&gt;</c></summary>
[HtmlTargetElement("select-field", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectFieldTagHelper(IStringLocalizer<SharedText> texts) : FieldTagHelper(texts)
{
    public IReadOnlyList<Choice> Choices { get; set; } = [];

    /// <summary>The words of the empty answer at the top; none leaves it out.</summary>
    public string? Prompt { get; set; }

    protected override Task DrawAsync(BoundField field, (string Name, string? Value)[] extra, TagHelperContext context, TagHelperOutput output)
    {
        var select = Markup.Element("select", "select",
        [
            ("id", field.Id),
            ("name", field.Name),
            ("aria-describedby", DescribedBy(field)),
            ("aria-invalid", IsWrong(field) ? "true" : null),
            .. extra,
        ]);
        if (Prompt is not null)
        {
            select.With(Markup.Element("option", null, ("value", "")).With(Prompt));
        }

        var chosen = field.Values;
        foreach (var choice in Choices)
        {
            select.With(Markup.Element("option", null,
                ("value", choice.Value),
                ("selected", chosen.Contains(choice.Value) ? "selected" : null),
                ("lang", choice.Language)).With(choice.Text));
        }

        Register(field, field.Id);
        output.TagName = "div";
        output.Content.AppendHtml(DrawLabel(field)).AppendHtml(DrawHintAndErrors(field)).AppendHtml(select);
        return Task.CompletedTask;
    }
}
