using System.Collections.Concurrent;
using System.Globalization;

namespace Connections.Web.Features.Shared.Forms;

/// <summary>How a currency is written where it is used.</summary>
/// <param name="Sign">Its sign: "£".</param>
/// <param name="Decimals">How many digits its minor unit has: 2 for pence, 0 for yen.</param>
public sealed record CurrencyNotation(string Code, string Sign, int Decimals)
{
    private static readonly ConcurrentDictionary<string, CurrencyNotation> Known = new(StringComparer.Ordinal);

    public long MinorUnitsInOne => (long)Math.Pow(10, Decimals);

    public static CurrencyNotation Of(string code) => Known.GetOrAdd(code, Find);

    // The currency's own country says how it is written: GBP in en-GB, never by a country that also accepts it.
    private static CurrencyNotation Find(string code)
    {
        var cultures = CultureInfo.GetCultures(CultureTypes.SpecificCultures).OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
        var own = cultures.Where(c => code.Length > 2 && c.Name.EndsWith($"-{code[..2]}", StringComparison.Ordinal));
        var culture = own.Concat(cultures).FirstOrDefault(c => new RegionInfo(c.Name).ISOCurrencySymbol == code);

        return culture is null
            ? new CurrencyNotation(code, code, 2)
            : new CurrencyNotation(code, culture.NumberFormat.CurrencySymbol, culture.NumberFormat.CurrencyDecimalDigits);
    }
}
