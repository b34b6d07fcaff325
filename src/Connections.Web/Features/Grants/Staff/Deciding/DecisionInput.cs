using System.ComponentModel.DataAnnotations;
using Connections.Domain.Calls;
using Connections.Domain.Shared;

namespace Connections.Web.Features.Grants.Staff.Deciding;

/// <summary>A decision as typed.</summary>
public sealed class DecisionInput
{
    private const string NameThenReason = ": ";

    public DecisionKind? Kind { get; set; }

    public Money? Amount { get; set; }

    [StringLength(4000), DataType(DataType.MultilineText)]
    public string? Reasons { get; set; }

    [StringLength(4000), DataType(DataType.MultilineText)]
    public string? Feedback { get; set; }

    [StringLength(1000), DataType(DataType.MultilineText)]
    public string? PublicReason { get; set; }

    /// <summary>Who allowed an award beyond the budget.</summary>
    [StringLength(120)]
    public string? OverrideBy { get; set; }

    [StringLength(800), DataType(DataType.MultilineText)]
    public string? OverrideReason { get; set; }

    /// <summary>Of the decision as it was read; none while there is none.</summary>
    public int? Version { get; set; }

    public static DecisionInput From(Decision? decision)
    {
        var parts = decision?.OverrideReason?.Split(NameThenReason, 2) ?? [];
        return new DecisionInput
        {
            Kind = decision?.Kind,
            Amount = decision?.Amount,
            Reasons = decision?.Reasons,
            Feedback = decision?.Feedback,
            PublicReason = decision?.PublicReason,
            OverrideBy = parts.Length == 2 ? parts[0] : null,
            OverrideReason = parts.LastOrDefault(),
            Version = decision?.Version,
        };
    }

    /// <summary>An award beyond the budget counts as allowed only with a name and a reason.</summary>
    public DecisionTerms Terms(DecisionKind kind) => new(
        kind,
        Amount,
        Reasons ?? "",
        Feedback ?? "",
        string.IsNullOrWhiteSpace(OverrideBy) || string.IsNullOrWhiteSpace(OverrideReason) ? null : OverrideBy.Trim() + NameThenReason + OverrideReason.Trim(),
        PublicReason);
}
