using Connections.Domain.Calls;
using Connections.Domain.Forms;

namespace Connections.Web.Features.Grants.Staff.Reading;

/// <summary>An application laid out for somebody who judges it: questions with their answers, without what the call hides.</summary>
/// <param name="IsTranslation">Whether the answers are shown in the site's language and were written in another.</param>
public sealed record ApplicationReading(
    Application Application,
    Call Call,
    FormDefinition Form,
    bool HidesApplicant,
    bool IsTranslation,
    bool HasTranslation,
    string TextLanguage)
{
    // Shown as facts above the text.
    private static readonly string[] Above = ["title", "themes", "countries", "startDate", "endDate", "amountRequested"];

    private readonly HashSet<string> hidden = HidesApplicant ? [.. Call.Terms.HiddenFromReviewers] : [];

    public string? Title => Written("title") ?? Application.Title;

    public IEnumerable<FormField> Questions =>
        Form.Pages.Where(p => p.Condition?.Shows(Application.Answers) ?? true).SelectMany(p => p.Fields)
            .Where(f => !hidden.Contains(f.Alias) && !Above.Contains(f.Alias) && f.Kind is not FieldKind.FileUpload)
            .Where(f => !Application.Answers[f.Alias].IsEmpty);

    public string Currency => StaffAmounts.CurrencyOf(Call);

    public long Asked => Application.AmountRequestedMinor ?? 0;

    /// <summary>What the whole project costs, where the form has a budget.</summary>
    public long? Cost => Form.Fields.FirstOrDefault(f => f.Kind is FieldKind.BudgetTable) is { } budget && Application.Answers[budget.Alias].Budget is { } lines
        ? TypedAmount.Asked(lines) + TypedAmount.Other(lines)
        : null;

    /// <param name="original">Whether the reader asked for the words as they were written.</param>
    public static ApplicationReading Of(Application application, Call call, FormDefinition form, bool hidesApplicant, string siteLanguage, bool original)
    {
        var hasTranslation = application.Translations.ContainsKey(siteLanguage) && !Same(application.Language, siteLanguage);
        var translated = hasTranslation && !original;
        return new ApplicationReading(application, call, form, hidesApplicant, translated, hasTranslation, translated ? siteLanguage : application.Language);
    }

    public string? Written(string alias) =>
        (IsTranslation ? Application.Translated(alias, TextLanguage) : null) ?? Application.Answers.Text(alias);

    public IReadOnlyList<string> Paragraphs(FormField field) =>
        (Written(field.Alias) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IEnumerable<string> Chosen(FormField field) =>
        Application.Answers[field.Alias].Values.Select(v => field.PreValues.FirstOrDefault(o => o.Value == v)?.Caption ?? v);

    /// <summary>What was chosen in a field of this alias, in words.</summary>
    public string Chosen(string alias) => Form.Find(alias) is { } field ? string.Join(", ", Chosen(field)) : "";

    public static bool Same(string language, string other) => language.Split('-')[0] == other.Split('-')[0];
}
