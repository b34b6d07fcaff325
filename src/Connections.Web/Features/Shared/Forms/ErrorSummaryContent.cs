using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Connections.Web.Features.Shared.Forms;

/// <summary>Written after the whole page was drawn, so that it knows every control although it stands above them.</summary>
internal sealed class ErrorSummaryContent(ModelStateDictionary modelState, RenderedFields fields, string title, string malformed) : IHtmlContent
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
                .With(Markup.Element("h2", "error-summary__title").With(title))
                .With(list))
            .WriteTo(writer, encoder);
    }

    private IEnumerable<(string Message, string? ControlId)> Messages()
    {
        var shown = fields.Entries.SelectMany(field => field.Errors, (field, error) => (error, (string?)field.ControlId)).ToArray();
        var known = fields.Entries.Select(field => field.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var elsewhere = modelState
            .Where(entry => !known.Contains(entry.Key))
            .SelectMany(entry => entry.Value!.Errors, (_, error) => (error.ErrorMessage is { Length: > 0 } message ? message : malformed, (string?)null));

        return shown.Concat(elsewhere).Distinct();
    }
}
