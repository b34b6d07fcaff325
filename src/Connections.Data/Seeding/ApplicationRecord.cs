using System.Text.Json;
using Connections.Domain.Calls;
using Connections.Domain.Forms;

namespace Connections.Data.Seeding;

/// <summary>An application as a site pack writes it.</summary>
internal sealed record ApplicationRecord(
    string Key,
    string? Reference,
    string Call,
    string Status,
    string? Organisation,
    string ApplicantName,
    string ApplicantEmail,
    string Language,
    List<string> Communities,
    Dictionary<string, JsonElement> Answers,
    Dictionary<string, Dictionary<string, string>>? Translations,
    DateTimeOffset StartedAt,
    DateTimeOffset? SubmittedAt)
{
    public ImportedApplication Read(FormDefinition form) => new(
        Reference,
        Status switch
        {
            "draft" => ApplicationStatus.Draft,
            "submitted" => ApplicationStatus.Submitted,
            "withdrawn" => ApplicationStatus.Withdrawn,
            "awarded" or "declined" or "reserve" => ApplicationStatus.Decided,
            _ => throw new InvalidDataException($"The application {Key} of the site pack has the status “{Status}”, which is not known."),
        },
        new FormAnswers { Fields = Answers.ToDictionary(a => a.Key, a => Answer(form.Find(a.Key)?.Kind ?? FieldKind.ShortAnswer, a.Value)) },
        StartedAt,
        SubmittedAt,
        Organisation,
        Communities,
        Translations?.ToDictionary(t => t.Key, IReadOnlyDictionary<string, string> (t) => t.Value) ?? []);

    private static FormAnswer Answer(FieldKind kind, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when kind is FieldKind.SingleChoice or FieldKind.MultipleChoice or FieldKind.CountryList => FormAnswer.Chosen(value.GetString()!),
        JsonValueKind.String => FormAnswer.Of(value.GetString()!),
        JsonValueKind.True => FormAnswer.Of("true"),
        JsonValueKind.Object => FormAnswer.Of(TypedAmount.Write(value.GetProperty("minor").GetInt64())),
        JsonValueKind.Array when kind is FieldKind.BudgetTable => new FormAnswer { Budget = [.. value.EnumerateArray().Select(Line)] },
        JsonValueKind.Array => FormAnswer.Chosen([.. value.EnumerateArray().Select(v => v.GetString()!)]),
        _ => FormAnswer.None,
    };

    private static BudgetLine Line(JsonElement line) => new(
        line.GetProperty("category").GetString()!,
        line.GetProperty("item").GetString()!,
        TypedAmount.Write(line.GetProperty("grant").GetInt64()),
        line.GetProperty("other").GetInt64() is > 0 and var other ? TypedAmount.Write(other) : "");
}
