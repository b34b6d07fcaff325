using Connections.Domain.Forms;

namespace Connections.Domain.Calls;

/// <summary>What lists, letters and results need of an application's answers, read from fields with agreed aliases.</summary>
public sealed record ApplicationFacts(
    string? Title,
    string? Summary,
    string? Applicant,
    bool IsOrganisation,
    string? Country,
    IReadOnlyList<string> Countries,
    IReadOnlyList<string> Themes,
    long? AmountRequested,
    DateOnly? StartsOn,
    DateOnly? EndsOn)
{
    private const int LongestTitle = 300;

    public static ApplicationFacts Of(FormAnswers answers)
    {
        var organisation = answers.Text("organisationName");
        var isOrganisation = organisation is not null && answers.Text("applicantKind") != "person" && !answers["applicantKind"].Values.Contains("person");
        return new ApplicationFacts(
            Shorten(answers.Text("title")),
            answers.Text("summary"),
            Shorten(isOrganisation ? organisation : answers.Text("applicantName")),
            isOrganisation,
            answers["country"].Values is [{ Length: 2 } country, ..] ? country : null,
            [.. answers["countries"].Values.Where(c => c.Length == 2)],
            answers["themes"].Values,
            TypedAmount.Read(answers.Text("amountRequested")),
            CheckAnswers.ReadDate(answers.Text("startDate")),
            CheckAnswers.ReadDate(answers.Text("endDate")));
    }

    private static string? Shorten(string? text) =>
        text is not { Length: > LongestTitle } ? text
        : char.IsHighSurrogate(text[LongestTitle - 1]) ? text[..(LongestTitle - 1)] : text[..LongestTitle];
}
