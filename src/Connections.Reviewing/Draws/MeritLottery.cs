using Connections.Reviewing.Assignment;

namespace Connections.Reviewing.Draws;

/// <summary>The lottery that does best in the worst case that the intervals allow (MERIT): shown beside a call's own draw as a check on it.</summary>
/// <remarks>
/// Source: Goldberg, Fanti, Shah (arXiv 2506.19083). Each of n entrants has an interval [low, high] for its true merit. The chances p
/// (Σp = k, 0 ≤ p ≤ 1) maximise the expected number of truly best k that are chosen, whichever merits within the intervals are the
/// true ones. A set S of k can be the true best exactly if some threshold t has every high of S at t or above and every low outside S at
/// t or below; the worst S for given p takes, at some t, the forced ones and the smallest p of the rest. Those sets are added to a small
/// linear programme until none is worse. Guarantees: Σp = k, entrants with equal intervals have equal chances, and the result does
/// not depend on the order of entrants.
/// </remarks>
public static class MeritLottery
{
    private const double Tolerance = 1e-7;

    /// <summary>The chances and the worst-case expected number of the truly best k among the chosen.</summary>
    public static (double[] Chances, double WorstCase) Chances(IReadOnlyList<(double Low, double High)> intervals, int places)
    {
        var n = intervals.Count;
        if (places < 0 || places > n || intervals.Any(i => !(i.Low <= i.High)))
        {
            throw new ArgumentException("Places must be between 0 and the number of entrants, and intervals the right way round.", nameof(places));
        }

        if (places == 0 || places == n)
        {
            return (Enumerable.Repeat(places == 0 ? 0.0 : 1.0, n).ToArray(), places);
        }

        // Entrants with the same interval share a column, so that they share a chance.
        var kinds = intervals.Distinct().Order().ToArray();
        var size = kinds.Select(kind => intervals.Count(i => i == kind)).ToArray();
        var programme = new DualSimplex([.. size.Select(_ => 0.0), 1.0], new double[kinds.Length + 1], [.. size.Select(s => (double)s), places]);
        programme.AddRow([.. size.Select((_, k) => (k, 1.0))], places, places);
        while (true)
        {
            programme.Solve(double.NegativeInfinity, long.MaxValue);
            var chances = size.Select((s, k) => programme.Value(k) / s).ToArray();
            var (counts, worst) = WorstSet(kinds, size, chances, places);
            if (worst >= programme.Value(kinds.Length) - Tolerance)
            {
                var scale = places / chances.Select((p, k) => p * size[k]).Sum();
                return ([.. intervals.Select(i => Math.Clamp(chances[Array.IndexOf(kinds, i)] * scale, 0, 1))], worst);
            }

            programme.AddRow([.. counts.Select((c, k) => (k, (double)c / size[k])), (kinds.Length, -1.0)], 0, 2 * places);
        }
    }

    /// <summary>How many of each kind are in the possible best set whose chances add up to least.</summary>
    private static (int[] Counts, double Worst) WorstSet((double Low, double High)[] kinds, int[] size, double[] chances, int places)
    {
        var worst = double.PositiveInfinity;
        int[] counts = [];
        foreach (var threshold in kinds.SelectMany(k => new[] { k.Low, k.High }).Distinct().Order())
        {
            var set = kinds.Select((k, i) => k.Low > threshold ? size[i] : 0).ToArray();
            var left = places - set.Sum();
            foreach (var i in Enumerable.Range(0, kinds.Length).Where(i => set[i] == 0 && kinds[i].High >= threshold).OrderBy(i => chances[i]))
            {
                set[i] = Math.Clamp(left, 0, size[i]);
                left -= set[i];
            }

            var sum = set.Select((c, i) => c * chances[i]).Sum();
            if (left == 0 && sum < worst)
            {
                (counts, worst) = (set, sum);
            }
        }

        return (counts, worst);
    }
}
