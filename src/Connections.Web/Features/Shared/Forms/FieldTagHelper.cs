using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Forms;

/// <summary>A control with its label, hint and errors, bound to a property. Attributes that the helper does not know go to the control.</summary>
public abstract class FieldTagHelper(IStringLocalizer<SharedText> texts) : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    public string? Label { get; set; }

    // A view that has none writes an empty attribute.
    public string? Hint { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>What the error summary calls the control, where a form has several with one label.</summary>
    public string? InSummary { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Marks the field as one that may stay empty.</summary>
    public bool Optional { get; set; }

    /// <summary>Makes the label the page's question: the heading it stands in, h1 or h2.</summary>
    public string? LabelAs { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    protected IStringLocalizer Texts => texts;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = new BoundField(For, ViewContext, texts);
        var extra = output.Attributes.Where(a => a.Name != "class").Select(a => (a.Name, a.Value?.ToString())).ToArray();
        var ownClass = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.Clear();
        await DrawAsync(field, extra, context, output);
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { "field", IsWrong(field) ? "field--error" : null, ownClass }.Where(c => c is not null)));
    }

    protected abstract Task DrawAsync(BoundField field, (string Name, string? Value)[] extra, TagHelperContext context, TagHelperOutput output);

    protected virtual IReadOnlyList<string> ErrorsOf(BoundField field) => field.Errors;

    protected void Register(BoundField field, string controlId) =>
        RenderedFields.Of(ViewContext.HttpContext).Add(field.Name, controlId, ErrorsOf(field), InSummary ?? TextOf(field));

    /// <summary>The label of one control, in a heading where it is the page's question.</summary>
    protected IHtmlContent DrawLabel(BoundField field)
    {
        var label = Markup.Element("label", LabelAs is null ? "label" : null, ("for", field.Id)).With(LabelText(field));
        return LabelAs is null ? label : Markup.Element(LabelAs, "label--question").With(label);
    }

    /// <summary>The legend of a group of controls.</summary>
    protected IHtmlContent DrawLegend(BoundField field)
    {
        var legend = Markup.Element("legend", "legend");
        return LabelAs is null
            ? legend.With(LabelText(field))
            : legend.With(Markup.Element(LabelAs, "label--question").With(LabelText(field)));
    }

    protected IHtmlContent DrawHintAndErrors(BoundField field)
    {
        var content = new HtmlContentBuilder();
        if (Hint is not null)
        {
            content.AppendHtml(Markup.Element("p", "hint", ("id", field.HintId)).With(Hint));
        }

        if (IsWrong(field))
        {
            var box = Markup.Element("div", null, ("id", field.ErrorId));
            foreach (var error in ErrorsOf(field))
            {
                box.With(Markup.Element("p", "error-message").With(Markup.Element("span", "visually-hidden").With(Texts["Form.ErrorPrefix"].Value + " ")).With(error));
            }

            content.AppendHtml(box);
        }

        return content;
    }

    protected string? DescribedBy(BoundField field, params string?[] more)
    {
        var ids = new[] { Hint is null ? null : field.HintId, IsWrong(field) ? field.ErrorId : null }.Concat(more).Where(id => id is not null);
        return string.Join(' ', ids) is { Length: > 0 } list ? list : null;
    }

    protected bool IsWrong(BoundField field) => ErrorsOf(field).Count > 0;

    protected string TextOf(BoundField field) =>
        Label ?? field.Metadata.DisplayName ?? throw new InvalidOperationException($"The control for {field.Name} needs a label.");

    private HtmlContentBuilder LabelText(BoundField field)
    {
        var content = new HtmlContentBuilder();
        content.Append(TextOf(field));
        if (Optional)
        {
            content.Append(" ");
            content.AppendHtml(Markup.Element("span", "label__optional").With(Texts["Form.Optional"].Value));
        }

        return content;
    }
}
