using System.Text.Json.Serialization;

namespace Connections.Domain.Forms;

/// <summary>One line of a budget, its amounts as typed.</summary>
/// <param name="Amount">What this call is asked to pay.</param>
/// <param name="Other">What comes from elsewhere.</param>
public sealed record BudgetLine(string Category, string Description, string Amount, string Other = "")
{
    [JsonIgnore]
    public bool IsEmpty => string.IsNullOrWhiteSpace(Description) && string.IsNullOrWhiteSpace(Amount) && string.IsNullOrWhiteSpace(Other);
}
