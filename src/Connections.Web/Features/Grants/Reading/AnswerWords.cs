using Connections.Domain.Forms;
using Connections.Domain.Shared;
using Connections.Web.Features.Shared.Times;
using Connections.Web.Sites;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Reading;

/// <summary>An answer as people read it: names instead of codes, amounts and dates written out. One entry a paragraph.</summary>
public static class AnswerWords
{
    public static IReadOnlyList<string> Of(FormField field, FormAnswer answer, Countries countries, IStringLocalizer texts) => field.Kind switch
    {
        _ when answer.IsEmpty => [],
        FieldKind.SingleChoice or FieldKind.MultipleChoice => [.. answer.Values.Select(v => field.PreValues.FirstOrDefault(o => o.Value == v)?.Caption ?? v)],
        FieldKind.CountryList => [string.Join(", ", answer.Values.Select(countries.Name))],
        FieldKind.Date when CheckAnswers.ReadDate(answer.Text) is { } date => [TimeWords.Date(date)],
        FieldKind.Money when TypedAmount.Read(answer.Text) is { } amount => [AmountWords.Of(new Money(amount, field.Setting("currency") ?? "GBP"))],
        FieldKind.Checkbox => [texts[answer.Text == "true" ? "Yes" : "No"]],
        FieldKind.FileUpload => [.. (answer.Files ?? []).Select(f => f.Name)],
        FieldKind.BudgetTable => [],
        _ => [.. answer.Text!.Trim().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
    };
}
