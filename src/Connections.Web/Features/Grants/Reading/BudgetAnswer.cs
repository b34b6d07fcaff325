using Connections.Domain.Forms;
using Connections.Domain.Shared;

namespace Connections.Web.Features.Grants.Reading;

/// <summary>A budget, to be read, with its sums.</summary>
public sealed record BudgetAnswer(FormField Field, IReadOnlyList<BudgetLine> Lines)
{
    private string Currency => Field.Setting("currency") ?? "GBP";

    public string Asked => AmountWords.Of(new Money(TypedAmount.Asked(Lines), Currency));

    public string Other => AmountWords.Of(new Money(TypedAmount.Other(Lines), Currency));

    public string All => AmountWords.Of(new Money(TypedAmount.Asked(Lines) + TypedAmount.Other(Lines), Currency));

    /// <summary>An amount written out; what is none is shown as typed.</summary>
    public string Words(string typed) => TypedAmount.Read(typed) is { } amount ? AmountWords.Of(new Money(amount, Currency)) : typed;
}
