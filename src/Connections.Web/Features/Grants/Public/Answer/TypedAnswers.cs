using Connections.Domain.Forms;
using Connections.Domain.Shared;
using Connections.Web.Features.Shared.Forms;

namespace Connections.Web.Features.Grants.Public.Answer;

/// <summary>Reads the answers to one page from what a browser posted.</summary>
public static class TypedAnswers
{
    private const int MostLines = 60;

    public static IReadOnlyDictionary<string, FormAnswer> Read(IFormCollection form, FormPage page, FormAnswers stored) =>
        page.Fields.ToDictionary(f => f.Alias, f => Read(form, f, stored[f.Alias]));

    private static FormAnswer Read(IFormCollection form, FormField field, FormAnswer stored)
    {
        var name = AnswerForm.NameOf(field);
        return field.Kind switch
        {
            FieldKind.SingleChoice or FieldKind.MultipleChoice or FieldKind.CountryList =>
                FormAnswer.Chosen([.. form[name].Where(v => !string.IsNullOrEmpty(v)).Distinct()!]),
            FieldKind.Date => new FormAnswer { Text = Date(form[$"{name}.Day"], form[$"{name}.Month"], form[$"{name}.Year"]) },
            FieldKind.Checkbox => new FormAnswer { Text = form[name] == "true" ? "true" : null },
            FieldKind.BudgetTable => new FormAnswer { Budget = [.. Lines(form, field)] },
            FieldKind.FileUpload => form[$"{name}.Remove"] == "true" ? FormAnswer.None : stored,
            FieldKind.LongAnswer => new FormAnswer { Text = form[name].ToString() },
            _ => new FormAnswer { Text = OneLine.Of(form[name].ToString()) },
        };
    }

    private static string? Date(string? day, string? month, string? year)
    {
        var reading = DateReading.Of(day, month, year);
        return reading.Date is { } date ? date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : reading.Problem is null ? null
            : string.Join('/', new[] { day, month, year }.Select(part => part?.Replace('/', ' ')));
    }

    private static IEnumerable<BudgetLine> Lines(IFormCollection form, FormField field)
    {
        for (var i = 0; i < MostLines && form.ContainsKey($"{LineName(field, i)}.Description"); i++)
        {
            string Part(string part) => OneLine.Of(form[$"{LineName(field, i)}.{part}"].ToString()).Trim();
            var line = new BudgetLine(Part("Category"), Part("Description"), Part("Amount"), Part("Other"));
            if (!line.IsEmpty)
            {
                yield return line;
            }
        }
    }

    public static string LineName(FormField field, int line) => $"Form.Lines[{field.Alias}][{line}]";
}
