using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>What a fund manager decides on one application.</summary>
/// <param name="Amount">With an award of money only.</param>
/// <param name="Reasons">For the applicant.</param>
/// <param name="Feedback">For the applicant alone: what would have made it stronger.</param>
/// <param name="OverrideReason">Why an award may go beyond the budget.</param>
/// <param name="PublicReason">One sentence for the results page; without it the reasons are published with an award.</param>
public sealed record DecisionTerms(DecisionKind Kind, Money? Amount, string Reasons, string Feedback, string? OverrideReason = null, string? PublicReason = null);
