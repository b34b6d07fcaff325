using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Connections.Domain.Shared;

namespace Connections.Web.Features.Shared.Forms;

/// <summary>An amount as people type it: "2000", "2,000", "£2,000.50".</summary>
/// <param name="Problem">A key of SharedText.resx, or none.</param>
public sealed partial record MoneyReading(Money? Money, string? Problem)
{
    public static MoneyReading Of(string? text, CurrencyNotation currency)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new MoneyReading(null, null);
        }

        var bare = Bare(text, currency);
        if (!Amount().IsMatch(bare))
        {
            return new MoneyReading(null, "Money.NotAnAmount");
        }

        var amount = decimal.Parse(bare, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var minor = amount * currency.MinorUnitsInOne;
        return minor == decimal.Truncate(minor)
            ? new MoneyReading(new Money((long)minor, currency.Code), null)
            : new MoneyReading(null, "Money.TooFine");
    }

    /// <summary>The amount as a box shows it, without the sign: "2,000" or "2,000.50".</summary>
    public static string Write(Money money)
    {
        var currency = CurrencyNotation.Of(money.Currency);
        var isWhole = money.MinorUnits % currency.MinorUnitsInOne == 0;
        return ((decimal)money.MinorUnits / currency.MinorUnitsInOne).ToString(isWhole ? "N0" : $"N{currency.Decimals}", CultureInfo.InvariantCulture);
    }

    private static string Bare(string text, CurrencyNotation currency)
    {
        var result = new StringBuilder();
        foreach (var c in text.Replace(currency.Sign, "", StringComparison.Ordinal).Replace(currency.Code, "", StringComparison.OrdinalIgnoreCase))
        {
            if (!char.IsWhiteSpace(c))
            {
                var digit = CharUnicodeInfo.GetDecimalDigitValue(c);
                result.Append(digit < 0 ? c : (char)('0' + digit));
            }
        }

        return result.ToString();
    }

    [GeneratedRegex(@"^([0-9]{1,12}|[0-9]{1,3}(,[0-9]{3}){1,3})(\.[0-9]{1,6})?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Amount();
}
