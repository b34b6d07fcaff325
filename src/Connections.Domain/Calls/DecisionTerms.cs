using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>What a fund manager decides on one application.</summary>
/// <param name="Amount">With an award of money only.</param>
/// <param name="Reasons">For the applicant; published with an award.</param>
/// <param name="Feedback">For the applicant alone: what would have made it stronger.</param>
/// <param name="OverrideReason">Why an award may go beyond the budget.</param>
public sealed record DecisionTerms(DecisionKind Kind, Money? Amount, string Reasons, string Feedback, string? OverrideReason = null);
