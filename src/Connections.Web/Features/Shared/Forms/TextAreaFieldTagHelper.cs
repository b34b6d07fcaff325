using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Forms;

/// <summary><c>&lt;text-area-field asp-for="Input.Summary" label="…" max-words="100" /&gt;</c></summary>
[HtmlTargetElement("text-area-field", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextAreaFieldTagHelper(IStringLocalizer<SharedText> texts) : FieldTagHelper(texts)
{
    /// <summary>Counts words and says how many are left; the page checks the limit itself with <see cref="WordCount"/>.</summary>
    public int? MaxWords { get; set; }

    public int Rows { get; set; } = 6;

    /// <summary>When the answer was last saved, in words.</summary>
    public string? Saved { get; set; }

    protected override Task DrawAsync(BoundField field, (string Name, string? Value)[] extra, TagHelperContext context, TagHelperOutput output)
    {
        if (field.Metadata is { MetadataKind: ModelMetadataKind.Property, DataTypeName: not nameof(DataType.MultilineText) })
        {
            throw new InvalidOperationException($"What is typed into {field.Name} has several lines, and its property does not say so.");
        }

        var countId = MaxWords is null ? null : $"{field.Id}-info";
        var area = Markup.Element("textarea", MaxWords is null ? "textarea" : "textarea govuk-js-character-count",
        [
            ("id", field.Id),
            ("name", field.Name),
            ("rows", Rows.ToString(CultureInfo.InvariantCulture)),
            ("dir", "auto"),
            ("aria-describedby", DescribedBy(field, countId)),
            ("aria-invalid", IsWrong(field) ? "true" : null),
            .. extra,
        ]);
        // The parser drops a line break that follows the opening tag, so one is written for it to drop.
        area.InnerHtml.AppendHtml("\n").Append(field.Value ?? "");

        Register(field, field.Id);
        output.TagName = "div";
        output.Content.AppendHtml(DrawLabel(field)).AppendHtml(DrawHintAndErrors(field)).AppendHtml(area);
        if (MaxWords is { } limit)
        {
            output.Content.AppendHtml(DrawCount(field.Value, countId!, limit));
            AddScriptTexts(output, limit);
        }

        if (Saved is not null)
        {
            output.Content.AppendHtml(Markup.Element("p", "word-count__saved").With(Saved));
        }

        return Task.CompletedTask;
    }

    private TagBuilder DrawCount(string? value, string id, int limit)
    {
        var used = WordCount.Of(value);
        var words = used == 0 ? Texts["WordCount.Limit", limit] : used > limit ? Texts["WordCount.Over", used, used - limit] : Texts["WordCount.Left", used, limit - used];
        return Markup.Element("p", used > limit ? "word-count word-count--over" : "word-count", ("id", id)).With(words.Value);
    }

    private void AddScriptTexts(TagHelperOutput output, int limit)
    {
        output.Attributes.SetAttribute("data-module", "govuk-character-count");
        output.Attributes.SetAttribute("data-maxlength", limit);
        output.Attributes.SetAttribute("data-count-type", "words");
        output.Attributes.SetAttribute("data-i18n.textarea-description.other", Texts["WordCount.Limit", limit].Value);
        output.Attributes.SetAttribute("data-i18n.words-under-limit.one", Texts["WordCount.OneLeft"].Value);
        output.Attributes.SetAttribute("data-i18n.words-under-limit.other", Texts["WordCount.ManyLeft"].Value);
        output.Attributes.SetAttribute("data-i18n.words-at-limit", Texts["WordCount.NoneLeft"].Value);
        output.Attributes.SetAttribute("data-i18n.words-over-limit.one", Texts["WordCount.OneOver"].Value);
        output.Attributes.SetAttribute("data-i18n.words-over-limit.other", Texts["WordCount.ManyOver"].Value);
    }
}
