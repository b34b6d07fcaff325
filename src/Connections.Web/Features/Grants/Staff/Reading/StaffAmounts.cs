using System.Globalization;
using Connections.Domain.Shared;
using Connections.Web.Features.Shared.Forms;

namespace Connections.Web.Features.Grants.Staff.Reading;

/// <summary>Says an amount as people write it: "£4,832", "£4,832.50".</summary>
public static class StaffAmounts
{
    public static string Of(Money money)
    {
        var currency = CurrencyNotation.Of(money.Currency);
        var whole = money.MinorUnits % currency.MinorUnitsInOne == 0;
        var amount = money.MinorUnits / (decimal)currency.MinorUnitsInOne;
        return currency.Sign + amount.ToString(whole ? "N0" : $"N{currency.Decimals}", CultureInfo.CurrentCulture);
    }

    public static string Of(long? minorUnits, string currency) => minorUnits is { } minor ? Of(new Money(minor, currency)) : "";

    /// <summary>The currency that a call pays in.</summary>
    public static string CurrencyOf(Domain.Calls.Call call) => call.Terms.Budget?.Currency ?? "GBP";
}
