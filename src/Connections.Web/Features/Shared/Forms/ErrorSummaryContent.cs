using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Forms;

/// <summary>Written after the whole page was drawn, so that it knows every control although it stands above them.</summary>
internal sealed class ErrorSummaryContent(ModelStateDictionary modelState, RenderedFields fields, IStringLocalizer texts) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var list = Markup.Element("ul", null);
        foreach (var (message, controlId) in Messages())
        {
            var item = Markup.Element("li", null);
            list.With(controlId is null
                ? item.With(message)
                : item.With(Markup.Element("a", null, ("href", $"#{controlId}")).With(message)));
        }

        Markup.Element("div", "error-summary", ("data-module", "govuk-error-summary"))
            .With(Markup.Element("div", null, ("role", "alert"))
                .With(Markup.Element("h2", "error-summary__title").With(texts["ErrorSummary.Title"].Value))
                .With(list))
            .WriteTo(writer, encoder);
    }

    private IEnumerable<(string Message, string? ControlId)> Messages()
    {
        var all = fields.Entries.SelectMany(field => field.Errors.Distinct(), (field, error) => (Field: field, Error: error)).ToArray();
        var repeated = all.GroupBy(line => line.Error).Where(same => same.Select(line => line.Field.ControlId).Distinct().Skip(1).Any()).Select(same => same.Key).ToHashSet();
        var shown = all.Select(line => (repeated.Contains(line.Error) ? Named(line.Field.Label, line.Error) : line.Error, (string?)line.Field.ControlId));
        var known = fields.Entries.Select(field => field.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var elsewhere = modelState
            .Where(entry => !known.Contains(entry.Key))
            .SelectMany(entry => entry.Value!.Errors, (_, error) => (error.ErrorMessage is { Length: > 0 } message ? message : texts["Validation.Malformed"].Value, (string?)null));

        return shown.Concat(elsewhere).Distinct();
    }

    /// <summary>The same sentence about several controls: each line says which one.</summary>
    private string Named(string label, string error) =>
        texts[label[^1] is '?' or '؟' or '？' ? "ErrorSummary.OfQuestion" : "ErrorSummary.Of", label, error].Value;
}
