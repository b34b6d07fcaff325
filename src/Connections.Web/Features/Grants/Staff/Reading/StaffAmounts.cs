using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Connections.Web.Features.Grants.Reading;

namespace Connections.Web.Features.Grants.Staff.Reading;

/// <summary>Amounts of a call in words.</summary>
public static class StaffAmounts
{
    public static string Of(long? minorUnits, string currency) => minorUnits is { } minor ? AmountWords.Of(new Money(minor, currency)) : "";

    /// <summary>The currency that a call pays in.</summary>
    public static string CurrencyOf(Call call) => call.Terms.Budget?.Currency ?? "GBP";
}
