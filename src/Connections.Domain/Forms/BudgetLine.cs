using System.Text.Json.Serialization;

namespace Connections.Domain.Forms;

/// <summary>One line of a budget, its amount as typed.</summary>
public sealed record BudgetLine(string Category, string Description, string Amount)
{
    [JsonIgnore]
    public bool IsEmpty => string.IsNullOrWhiteSpace(Description) && string.IsNullOrWhiteSpace(Amount);
}
