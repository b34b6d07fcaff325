namespace Connections.Reviewing.Draws;

/// <summary>A lottery whose chances rise in a straight line with merit: shown beside a call's own draw as a check on it.</summary>
/// <remarks>
/// <c>p_i = clip₀₁(w·v_i + b)</c> with b chosen so that <c>Σp = k</c> (arXiv 2605.20069). v are merits in any unit, w the gain in chance for a
/// unit of merit: w = 0 is a plain lottery, a very large w is plain selection. b is not stored but the chance c of one entrant r near the line:
/// <c>p_i = clip₀₁(w·(v_i − v_r) + c)</c>, which stays exact where w·v is huge. Guarantees: Σp = k to 1e-9, 0 ≤ p ≤ 1, more merit never means less
/// chance, equal merit means equal chance, and the result does not depend on the order of entrants.
/// </remarks>
public static class ClippedLinearLottery
{
    private const int Halvings = 100;

    public static double[] Chances(IReadOnlyList<double> merits, int places, double slope)
    {
        if (places < 0 || places > merits.Count || !(slope >= 0) || double.IsInfinity(slope) || merits.Any(v => !double.IsFinite(v)))
        {
            throw new ArgumentException("Places must be between 0 and the number of entrants, slope and merits finite, slope not negative.", nameof(places));
        }

        if (places == 0 || places == merits.Count || slope == 0)
        {
            return Enumerable.Repeat((double)places / Math.Max(merits.Count, 1), merits.Count).ToArray();
        }

        // With the lowest merit at the chance 1 everybody is sure; the line is at the highest merit that gives enough places at 1.
        var sorted = merits.Order().ToArray();
        int first = 0, last = sorted.Length - 1;
        while (first < last)
        {
            var middle = (first + last + 1) / 2;
            (first, last) = Sum(sorted, slope, sorted[middle], 1) >= places ? (middle, last) : (first, middle - 1);
        }

        double low = 0, high = 1;
        for (var step = 0; step < Halvings; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Sum(sorted, slope, sorted[first], middle) < places ? (middle, high) : (low, middle);
        }

        var excess = Sum(sorted, slope, sorted[first], high) - places;
        var open = sorted.Count(v => Chance(v, slope, sorted[first], high) is > 0 and < 1);
        return [.. merits.Select(v => Chance(v, slope, sorted[first], high)).Select(p => p is > 0 and < 1 ? Clip(p - excess / open) : p)];
    }

    private static double Sum(double[] sorted, double slope, double line, double chanceAtLine) => sorted.Sum(v => Chance(v, slope, line, chanceAtLine));

    private static double Chance(double merit, double slope, double line, double chanceAtLine) => Clip(slope * (merit - line) + chanceAtLine);

    private static double Clip(double x) => Math.Clamp(x, 0, 1);
}
