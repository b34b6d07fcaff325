using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Forms;

/// <summary><c>&lt;text-field asp-for="Input.Name" label="…" hint="…" autocomplete="name" /&gt;</c></summary>
[HtmlTargetElement("text-field", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextFieldTagHelper(IStringLocalizer<SharedText> texts) : FieldTagHelper(texts)
{
    /// <summary>email, tel, url, search or text; taken from the property where not given.</summary>
    public string? Type { get; set; }

    /// <summary>A short box, for a short answer.</summary>
    public bool IsShort { get; set; }

    protected override Task DrawAsync(BoundField field, (string Name, string? Value)[] extra, TagHelperContext context, TagHelperOutput output)
    {
        var input = Markup.Element("input", IsShort ? "input input--short" : "input",
        [
            ("id", field.Id),
            ("name", field.Name),
            ("type", Type ?? TypeOf(field.Metadata)),
            ("value", field.Value),
            ("dir", field.Metadata.ModelType == typeof(string) ? "auto" : null),
            ("inputmode", IsWholeNumber(field.Metadata) ? "numeric" : null),
            ("aria-describedby", DescribedBy(field)),
            ("aria-invalid", IsWrong(field) ? "true" : null),
            .. extra,
        ]);

        Register(field, field.Id);
        output.TagName = "div";
        output.Content.AppendHtml(DrawLabel(field)).AppendHtml(DrawHintAndErrors(field)).AppendHtml(input);
        return Task.CompletedTask;
    }

    private static string TypeOf(ModelMetadata metadata) => metadata.DataTypeName switch
    {
        "EmailAddress" => "email",
        "PhoneNumber" => "tel",
        "Url" => "url",
        _ => "text",
    };

    private static bool IsWholeNumber(ModelMetadata metadata) =>
        metadata.UnderlyingOrModelType == typeof(int) || metadata.UnderlyingOrModelType == typeof(long);
}
