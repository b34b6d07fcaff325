using Connections.Domain.Forms;

namespace Connections.Domain.Calls;

/// <summary>Answers without what leads to the person who gave them: the agreed fields about the person, every file, and the
/// person's address wherever it was written.</summary>
internal static class WithoutApplicant
{
    private const string TakenOut = "[…]";

    private static readonly HashSet<string> AboutThePerson = ["applicantName", "contactEmail", "contactPhone", "town", "ageBand", "needs", "attachment"];

    public static FormAnswers Of(FormAnswers answers, string email) => new()
    {
        Fields = answers.Fields.Where(f => !AboutThePerson.Contains(f.Key) && f.Value.Files is null or [])
            .ToDictionary(f => f.Key, f => Of(f.Value, email)),
    };

    public static IReadOnlyDictionary<string, string> Of(IReadOnlyDictionary<string, string> translated, string email) =>
        translated.Where(t => !AboutThePerson.Contains(t.Key)).ToDictionary(t => t.Key, t => Without(t.Value, email));

    private static FormAnswer Of(FormAnswer answer, string email) => answer with
    {
        Text = answer.Text is { } text ? Without(text, email) : null,
        Budget = answer.Budget is { } lines ? [.. lines.Select(l => l with { Description = Without(l.Description, email) })] : null,
    };

    public static string Without(string text, string email) => text.Replace(email, TakenOut, StringComparison.OrdinalIgnoreCase);
}
