namespace Connections.Domain.Forms;

/// <summary>Finds what is wrong with the lines of a budget.</summary>
internal static class CheckBudget
{
    private const int LongestDescription = 200;

    public static IEnumerable<AnswerError> Field(FormField field, IReadOnlyList<BudgetLine> lines)
    {
        var categories = field.Words("categories");
        var most = field.Number("max") ?? 50;
        if (lines.Count(l => !l.IsEmpty) > most)
        {
            yield return new AnswerError(field.Alias, "Answer.TooManyLines", null, most);
        }

        foreach (var (index, line) in lines.Index().Where(l => !l.Item.IsEmpty))
        {
            foreach (var (part, key, arguments) in Line(line, categories))
            {
                yield return new AnswerError($"{field.Alias}[{index}].{part}", key, null, arguments);
            }
        }
    }

    private static IEnumerable<(string Part, string Key, object[] Arguments)> Line(BudgetLine line, IReadOnlyList<string> categories)
    {
        if (string.IsNullOrWhiteSpace(line.Description))
        {
            yield return ("description", "Answer.LineWithoutWords", []);
        }
        else if (line.Description.Length > LongestDescription)
        {
            yield return ("description", "Answer.LineTooLong", [LongestDescription]);
        }

        if (categories.Count > 0 && !categories.Contains(line.Category, StringComparer.Ordinal))
        {
            yield return ("category", "Answer.LineWithoutKind", []);
        }

        var (asked, other) = (TypedAmount.Read(line.Amount), TypedAmount.Read(line.Other));
        if (asked is null && !string.IsNullOrWhiteSpace(line.Amount))
        {
            yield return ("amount", "Answer.LineNotAnAmount", []);
        }
        else if ((asked ?? 0) + (other ?? 0) == 0)
        {
            yield return ("amount", "Answer.LineWithoutAmount", []);
        }

        if (other is null && !string.IsNullOrWhiteSpace(line.Other))
        {
            yield return ("other", "Answer.LineNotAnAmount", []);
        }
    }
}
