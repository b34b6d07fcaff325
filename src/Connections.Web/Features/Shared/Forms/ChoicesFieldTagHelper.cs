using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Forms;

/// <summary>A group of radios or checkboxes, from a list or from <c>&lt;choice&gt;</c> elements inside.</summary>
public abstract class ChoicesFieldTagHelper(IStringLocalizer<SharedText> texts, string type) : FieldTagHelper(texts)
{
    public IReadOnlyList<Choice> Choices { get; set; } = [];

    /// <summary>tiles or inline; none puts the answers under each other.</summary>
    public string? Look { get; set; }

    protected override async Task DrawAsync(BoundField field, (string Name, string? Value)[] extra, TagHelperContext context, TagHelperOutput output)
    {
        // Before what is inside, so that the summary lists the question before those that it reveals.
        Register(field, field.Id);
        var written = new List<WrittenChoice>();
        context.Items[typeof(WrittenChoice)] = written;
        await output.GetChildContentAsync();
        WrittenChoice[] all = [.. Choices.Select(choice => new WrittenChoice(choice, null)), .. written];

        var group = Markup.Element("div", Look is null ? "choices" : $"choices choices--{Look}");
        var chosen = field.Values;
        for (var i = 0; i < all.Length; i++)
        {
            var id = i == 0 ? field.Id : $"{field.Id}-{i + 1}";
            group.With(Draw(all[i], id, field, chosen, extra));
        }

        output.TagName = "fieldset";
        if (DescribedBy(field) is { } description)
        {
            output.Attributes.SetAttribute("aria-describedby", description);
        }

        output.Content.AppendHtml(DrawLegend(field)).AppendHtml(DrawHintAndErrors(field)).AppendHtml(group);
    }

    private HtmlContentBuilder Draw(WrittenChoice written, string id, BoundField field, IReadOnlyList<string> chosen, (string Name, string? Value)[] extra)
    {
        var choice = written.Choice;
        var input = Markup.Element("input", null,
        [
            ("id", id),
            ("name", field.Name),
            ("type", type),
            ("value", choice.Value),
            ("checked", chosen.Contains(choice.Value) ? "checked" : null),
            .. extra,
        ]);

        var content = new HtmlContentBuilder();
        content.AppendHtml(Markup.Element("label", "choice", ("for", id)).With(input).With(Words(choice)));
        if (written.Reveal is not null)
        {
            content.AppendHtml(Markup.Element("div", "choice__reveal").With(written.Reveal));
        }

        return content;
    }

    private static TagBuilder Words(Choice choice)
    {
        var words = Markup.Element("span", null, ("lang", choice.Language)).With(choice.Text);
        if (choice.Count is { } count)
        {
            words.With(" ").With(Markup.Element("span", "choice__count").With($"({count:N0})"));
        }

        return choice.Hint is null ? words : words.With(Markup.Element("span", "choice__hint").With(choice.Hint));
    }
}
