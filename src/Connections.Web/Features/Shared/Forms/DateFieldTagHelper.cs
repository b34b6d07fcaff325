using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Forms;

/// <summary><c>&lt;date-field asp-for="Input.StartsOn" label="…" /&gt;</c>: three boxes, nothing to scroll, no format to guess.</summary>
[HtmlTargetElement("date-field", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateFieldTagHelper(IStringLocalizer<SharedText> texts) : FieldTagHelper(texts)
{
    protected override Task DrawAsync(BoundField field, (string Name, string? Value)[] extra, TagHelperContext context, TagHelperOutput output)
    {
        var wrong = WrongParts(field);
        var parts = Markup.Element("div", "date-parts");
        foreach (var part in Enum.GetValues<DatePart>())
        {
            var id = $"{field.Id}_{part}";
            parts.With(Markup.Element("div", null)
                .With(Markup.Element("label", "label label--part", ("for", id)).With(Texts[$"Date.{part}"].Value))
                .With(Markup.Element("input", part is DatePart.Year ? "input input--year" : "input input--day",
                [
                    ("id", id),
                    ("name", $"{field.Name}.{part}"),
                    ("type", "text"),
                    ("inputmode", "numeric"),
                    ("value", ValueOf(field, part)),
                    ("aria-invalid", wrong.Contains(part) ? "true" : null),
                    .. extra,
                ])));
        }

        Register(field, $"{field.Id}_{(wrong.Count > 0 ? wrong[0] : DatePart.Day)}");
        output.TagName = "fieldset";
        output.Attributes.SetAttribute("role", "group");
        if (DescribedBy(field) is { } description)
        {
            output.Attributes.SetAttribute("aria-describedby", description);
        }

        output.Content.AppendHtml(DrawLegend(field)).AppendHtml(DrawHintAndErrors(field)).AppendHtml(parts);
        return Task.CompletedTask;
    }

    private static IReadOnlyList<DatePart> WrongParts(BoundField field)
    {
        if (!field.IsWrong)
        {
            return [];
        }

        var typed = Enum.GetNames<DatePart>().Select(part => field.Attempted($"{field.Name}.{part}")).ToArray();
        var wrong = DateReading.Of(typed[0], typed[1], typed[2]).Wrong;
        return wrong.Count > 0 ? wrong : Enum.GetValues<DatePart>();
    }

    private static string? ValueOf(BoundField field, DatePart part) =>
        field.Attempted($"{field.Name}.{part}") ?? (field.Model as DateOnly? is { } date
            ? (part switch { DatePart.Day => date.Day, DatePart.Month => date.Month, DatePart.Year => date.Year }).ToString(CultureInfo.InvariantCulture)
            : null);
}
