using System.Text.RegularExpressions;
using Connections.Domain.Forms;
using Connections.Web.Features.Grants.Reading;
using Connections.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Public.Answer;

/// <summary>Puts what is wrong with answers beside their controls.</summary>
public static partial class AnswerErrors
{
    public static void Add(ModelStateDictionary modelState, FormPage page, IReadOnlyList<AnswerError> errors, IStringLocalizer texts) =>
        modelState.AddUnlessWrong(errors.Select(error => (NameOf(page, error.Field), AnswerErrorWords.Of(error, texts))));

    private static string NameOf(FormPage page, string field)
    {
        var line = Line().Match(field);
        var alias = line.Success ? line.Groups["alias"].Value : field;
        var found = page.Fields.First(f => f.Alias == alias);
        return line.Success
            ? $"Form.Lines[{alias}][{line.Groups["line"].Value}].{char.ToUpperInvariant(line.Groups["part"].Value[0])}{line.Groups["part"].Value[1..]}"
            : AnswerForm.NameOf(found);
    }

    [GeneratedRegex(@"^(?<alias>.+)\[(?<line>\d+)\]\.(?<part>\w+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
