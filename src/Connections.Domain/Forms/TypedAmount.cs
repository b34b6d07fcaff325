using System.Globalization;

namespace Connections.Domain.Forms;

/// <summary>Reads an amount of money as people type it, into whole minor units (of currencies with two decimals).</summary>
public static class TypedAmount
{
    /// <returns>Null for what is not one clear amount: <c>4,800</c> and <c>£4 800.50</c> are, <c>4,8</c> and <c>about 5</c> are not.</returns>
    public static long? Read(string? typed)
    {
        var text = new string((typed ?? "").Normalize().Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not UnicodeCategory.CurrencySymbol).ToArray());
        var (whole, cents) = text.Split('.') switch
        {
            [var w] => (w, "00"),
            [var w, { Length: 2 } c] => (w, c),
            _ => ("", ""),
        };

        var groups = whole.Split(',');
        var isGrouped = groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3));
        var digits = string.Concat(groups);
        return isGrouped && digits.Length is >= 1 and <= 12 && (digits + cents).All(char.IsAsciiDigit)
            ? long.Parse(digits + cents, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary><c>480050</c> as <c>4800.50</c>, whole amounts without decimals.</summary>
    public static string Write(long minorUnits) =>
        minorUnits % 100 == 0
            ? (minorUnits / 100).ToString(CultureInfo.InvariantCulture)
            : (minorUnits / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>What the call is asked to pay, over all lines that say so.</summary>
    public static long Asked(IEnumerable<BudgetLine>? lines) => (lines ?? []).Sum(l => Read(l.Amount) ?? 0);

    /// <summary>What comes from elsewhere.</summary>
    public static long Other(IEnumerable<BudgetLine>? lines) => (lines ?? []).Sum(l => Read(l.Other) ?? 0);
}
