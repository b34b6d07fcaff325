namespace Connections.Reviewing.Draws;

/// <summary>A lottery whose chances rise in a straight line with merit: shown beside a call's own draw as a check on it.</summary>
/// <remarks>
/// <c>p_i = clip₀₁(w·v_i + b)</c> with b chosen so that <c>Σp = k</c> (arXiv 2605.20069). v are merits in any unit, w the gain in chance for a
/// unit of merit: w = 0 is a plain lottery, a very large w is plain selection. Guarantees: Σp = k to 1e-9, 0 ≤ p ≤ 1, more merit never means less
/// chance, equal merit means equal chance.
/// </remarks>
public static class ClippedLinearLottery
{
    public static double[] Chances(IReadOnlyList<double> merits, int places, double slope)
    {
        if (places < 0 || places > merits.Count || !(slope >= 0) || double.IsInfinity(slope) || merits.Any(v => !double.IsFinite(v)))
        {
            throw new ArgumentException("Places must be between 0 and the number of entrants, slope and merits finite, slope not negative.", nameof(places));
        }

        if (merits.Count == 0 || places == 0)
        {
            return new double[merits.Count];
        }

        // At the lower end nobody has a chance, at the upper end everybody is sure.
        var low = -slope * merits.Max() - 1;
        var high = 1 - slope * merits.Min() + 1;
        for (var step = 0; step < 200 && low < high; step++)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high)
            {
                break;
            }

            (low, high) = merits.Sum(v => Clip(slope * v + middle)) < places ? (middle, high) : (low, middle);
        }

        var chances = merits.Select(v => Clip(slope * v + high)).ToArray();
        return Settle(chances, places);
    }

    private static double Clip(double x) => Math.Clamp(x, 0, 1);

    /// <summary>Takes the last rounding from those whose chance is neither 0 nor 1, in equal parts.</summary>
    private static double[] Settle(double[] chances, int places)
    {
        var open = chances.Count(p => p is > 0 and < 1);
        var excess = chances.Sum() - places;
        return open == 0 ? chances : [.. chances.Select(p => p is > 0 and < 1 ? Clip(p - excess / open) : p)];
    }
}
