using System.Globalization;
using System.Text.RegularExpressions;

namespace Connections.Domain.Forms;

/// <summary>Finds what is wrong with answers. Only what is asked is checked: a field whose condition hides it is left out.</summary>
public static class CheckAnswers
{
    /// <summary>No answer is longer, whatever the form says.</summary>
    public const int LongestAnswer = 20_000;

    public static IReadOnlyList<AnswerError> Form(FormDefinition form, FormAnswers answers, AnswerContext context) =>
        [.. form.Pages.Where(p => p.Condition?.Shows(answers) ?? true).SelectMany(p => Page(p, answers, context))];

    public static IReadOnlyList<AnswerError> Page(FormPage page, FormAnswers answers, AnswerContext context) =>
        [.. Asked(page, answers).SelectMany(f => Field(f, answers[f.Alias], answers, context))];

    /// <summary>The fields of a page that are asked, given the other answers.</summary>
    public static IEnumerable<FormField> Asked(FormPage page, FormAnswers answers) =>
        page.Fieldsets.Where(s => s.Condition?.Shows(answers) ?? true)
            .SelectMany(s => s.Columns).SelectMany(c => c.Fields)
            .Where(f => f.Condition?.Shows(answers) ?? true);

    private static IEnumerable<AnswerError> Field(FormField field, FormAnswer answer, FormAnswers answers, AnswerContext context)
    {
        if (answer.IsEmpty || (field.Kind is FieldKind.Checkbox && answer.Text != "true"))
        {
            return field.Required ? [new AnswerError(field.Alias, $"Answer.Missing.{field.Kind}", Own(field.RequiredErrorMessage))] : [];
        }

        return field.Kind switch
        {
            FieldKind.ShortAnswer or FieldKind.LongAnswer => CheckText(field, answer.Text!.Trim()),
            FieldKind.SingleChoice or FieldKind.MultipleChoice => CheckChoices(field, answer.Values, v => field.PreValues.Any(o => o.Value == v)),
            FieldKind.CountryList => CheckChoices(field, answer.Values, context.IsCountry),
            FieldKind.Date => CheckDate(field, answer.Text, answers, context),
            FieldKind.Money => CheckMoney(field, answer.Text, answers, context),
            FieldKind.BudgetTable => CheckBudget.Field(field, answer.Budget ?? []),
            FieldKind.FileUpload => CheckFiles(field, answer.Files ?? []),
            FieldKind.Checkbox => [],
            FieldKind.Unknown => [new AnswerError(field.Alias, "Answer.UnknownKind")],
        };
    }

    private static IEnumerable<AnswerError> CheckText(FormField field, string text)
    {
        if (field.Number("maxWords") is { } limit && WordCount.Of(text) is var words && words > limit)
        {
            yield return new AnswerError(field.Alias, "Answer.TooManyWords", null, words - limit, words, limit);
        }
        else if (text.Length > (field.Number("maxLength") ?? LongestAnswer))
        {
            yield return new AnswerError(field.Alias, "Answer.TooLong", null, text.Length, field.Number("maxLength") ?? LongestAnswer);
        }

        if (field.Pattern.Length > 0 && !Regex.IsMatch(text, field.Pattern, RegexOptions.None, TimeSpan.FromMilliseconds(200)))
        {
            yield return new AnswerError(field.Alias, "Answer.PatternInvalid", Own(field.PatternInvalidErrorMessage));
        }
    }

    private static IEnumerable<AnswerError> CheckChoices(FormField field, IReadOnlyList<string> values, Func<string, bool> isKnown)
    {
        if (!values.All(isKnown))
        {
            yield return new AnswerError(field.Alias, "Answer.NotOnTheList");
        }

        var most = field.Kind is FieldKind.SingleChoice ? 1 : field.Number("max") ?? int.MaxValue;
        if (values.Count > most)
        {
            yield return new AnswerError(field.Alias, "Answer.TooManyChosen", null, most);
        }

        if (values.Count < (field.Number("min") ?? 0))
        {
            yield return new AnswerError(field.Alias, "Answer.TooFewChosen", null, field.Number("min")!.Value);
        }
    }

    private static IEnumerable<AnswerError> CheckDate(FormField field, string? text, FormAnswers answers, AnswerContext context)
    {
        if (ReadDate(text) is not { } date)
        {
            yield return new AnswerError(field.Alias, "Answer.NotADate");
            yield break;
        }

        if (context.FirstDay(field) is { } first && date < first)
        {
            yield return new AnswerError(field.Alias, "Answer.DateTooEarly", null, first);
        }

        if (context.LastDay(field) is { } last && date > last)
        {
            yield return new AnswerError(field.Alias, "Answer.DateTooLate", null, last);
        }

        // A form's end follows its start: fields named so by every seeded form.
        if (field.Alias == "endDate" && ReadDate(answers["startDate"].Text) is { } start && date < start)
        {
            yield return new AnswerError(field.Alias, "Answer.EndsBeforeStart");
        }
    }

    private static IEnumerable<AnswerError> CheckMoney(FormField field, string? text, FormAnswers answers, AnswerContext context)
    {
        if (TypedAmount.Read(text) is not { } amount)
        {
            yield return new AnswerError(field.Alias, "Answer.NotAnAmount");
            yield break;
        }

        var currency = field.Setting("currency") ?? "";
        var least = Math.Max(field.Number("min") ?? 0, context.Smallest ?? 0);
        var most = Math.Min(field.Number("max") ?? long.MaxValue, context.Largest ?? long.MaxValue);
        if (amount < least)
        {
            yield return new AnswerError(field.Alias, "Answer.AmountTooSmall", null, new Shared.Money(least, currency));
        }
        else if (amount > most)
        {
            yield return new AnswerError(field.Alias, "Answer.AmountTooLarge", null, new Shared.Money(most, currency));
        }
        else if (field.Alias == "amountRequested" && answers["budget"].Budget is { } budget && TypedAmount.Asked(budget) is var asked && amount != asked)
        {
            yield return new AnswerError(field.Alias, "Answer.AmountNotTheBudgets", null, new Shared.Money(asked, currency));
        }
    }

    private static IEnumerable<AnswerError> CheckFiles(FormField field, IReadOnlyList<AttachedFile> files)
    {
        if (files.Count > (field.Number("maxFiles") ?? 1))
        {
            yield return new AnswerError(field.Alias, "Answer.TooManyFiles", null, field.Number("maxFiles") ?? 1);
        }
    }

    public static DateOnly? ReadDate(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string? Own(string words) => words.Length > 0 ? words : null;
}
