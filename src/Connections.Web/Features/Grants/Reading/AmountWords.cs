using System.Globalization;
using Connections.Domain.Shared;
using Connections.Web.Features.Shared.Forms;

namespace Connections.Web.Features.Grants.Reading;

/// <summary>Says an amount as people write it: "£4,832", "£4,832.50".</summary>
public static class AmountWords
{
    public static string Of(Money money)
    {
        var currency = CurrencyNotation.Of(money.Currency);
        var whole = money.MinorUnits % currency.MinorUnitsInOne == 0;
        var amount = money.MinorUnits / (decimal)currency.MinorUnitsInOne;
        return currency.Sign + amount.ToString(whole ? "N0" : $"N{currency.Decimals}", CultureInfo.CurrentCulture);
    }

    public static string Of(Money? money) => money is { } amount ? Of(amount) : "";
}
