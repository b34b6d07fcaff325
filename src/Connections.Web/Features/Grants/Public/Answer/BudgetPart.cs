using Connections.Domain.Forms;
using Connections.Web.Features.Shared.Forms;

namespace Connections.Web.Features.Grants.Public.Answer;

/// <summary>One control of one line of a budget.</summary>
/// <param name="Choices">Given for a control that offers a list.</param>
public sealed record BudgetPart(FormField Field, int Line, string Part, string Label, string Value, IReadOnlyList<Choice> Choices)
{
    public string Name => $"{TypedAnswers.LineName(Field, Line)}.{Part}";

    public string Id => $"budget-{Field.Alias}-{Line}-{Part}";

    public bool IsAmount => Part is "Amount" or "Other";
}
