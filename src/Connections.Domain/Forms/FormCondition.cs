namespace Connections.Domain.Forms;

/// <summary>Decides from other answers whether a page, a fieldset or a field is asked.</summary>
public sealed record FormCondition
{
    /// <summary><c>Show</c> or <c>Hide</c>.</summary>
    public string ActionType { get; init; } = "Show";

    /// <summary><c>All</c> or <c>Any</c>.</summary>
    public string LogicType { get; init; } = "All";

    public IReadOnlyList<FormRule> Rules { get; init; } = [];

    public bool Shows(FormAnswers answers)
    {
        if (Rules.Count == 0)
        {
            return true;
        }

        var holds = LogicType == "Any" ? Rules.Any(r => r.Holds(answers)) : Rules.All(r => r.Holds(answers));
        return ActionType == "Hide" ? !holds : holds;
    }
}
