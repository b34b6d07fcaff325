using Connections.Reviewing.Assignment;

namespace Connections.Reviewing.Draws;

/// <summary>The lottery that does best in the worst case that the intervals allow (MERIT): shown beside a call's own draw as a check on it.</summary>
/// <remarks>
/// Source: Goldberg, Fanti, Shah (arXiv 2506.19083). Each of n entrants has an interval [low, high] for its true merit. The chances p
/// (Σp = k, 0 ≤ p ≤ 1) maximise the expected number of truly best k that are chosen, whichever merits within the intervals are the
/// true ones. A set S of k can be the true best exactly if some threshold t has every high of S at t or above and every low outside S at
/// t or below; the worst S for given p takes, at some t, the forced ones and the smallest p of the rest. Those sets are added to a small
/// linear programme until none is worse. Many chances can be equally good in the worst case; as in the paper, those are taken that treat alike entrants alike.
/// One interval is surely above another when its low is above the other's high. Guarantees: Σp = k; entrants with the same entrants surely above and surely
/// below them have equal chances; who has no more of the others surely above and no fewer surely below has no smaller chance (to 1e-7); where one
/// entrant is surely above another, the first has chance 1 or the second 0; the result does not depend on the order of entrants.
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

        // Entrants of one standing share a column, so that they share a chance. Better standings come first.
        var standing = intervals.Select(i => (Above: intervals.Count(other => other.Low > i.High), Below: intervals.Count(other => other.High < i.Low))).ToArray();
        var standings = standing.Distinct().OrderBy(s => s.Above - s.Below).ThenBy(s => s.Above).ToArray();
        var kinds = standings.Select(s => intervals.Where((_, i) => standing[i] == s).Min()).ToArray();
        var size = standings.Select(s => standing.Count(other => other == s)).ToArray();
        var expected = Optimum(kinds, size, NextBetter(standings), places);
        Concentrate(kinds, size, expected);
        var chances = expected.Select((e, k) => Math.Clamp(e / size[k], 0, 1)).ToArray();
        return ([.. standing.Select(s => chances[Array.IndexOf(standings, s)])], WorstSet(kinds, size, chances, places).Worst);
    }

    /// <summary>For each kind the expected number of its entrants that are chosen.</summary>
    private static double[] Optimum((double Low, double High)[] kinds, int[] size, (int Better, int Worse)[] nextBetter, int places)
    {
        var programme = new DualSimplex([.. size.Select(_ => 0.0), 1.0], new double[kinds.Length + 1], [.. size.Select(s => (double)s), places]);
        programme.AddRow([.. size.Select((_, k) => (k, 1.0))], places, places);
        while (true)
        {
            programme.Solve(double.NegativeInfinity, long.MaxValue);
            var chances = size.Select((s, k) => programme.Value(k) / s).ToArray();
            var turned = nextBetter.Where(pair => chances[pair.Worse] - chances[pair.Better] > Tolerance).ToArray();
            foreach (var (better, worse) in turned)
            {
                programme.AddRow([(better, 1.0 / size[better]), (worse, -1.0 / size[worse])], 0, 1);
            }

            var (counts, worst) = WorstSet(kinds, size, chances, places);
            if (worst < programme.Value(kinds.Length) - Tolerance)
            {
                programme.AddRow([.. counts.Select((c, k) => (k, (double)c / size[k])), (kinds.Length, -1.0)], 0, 2 * places);
            }
            else if (turned.Length == 0)
            {
                var expected = size.Select((s, k) => Math.Clamp(programme.Value(k), 0, s)).ToArray();
                var sum = expected.Sum();
                return [.. expected.Select(e => e * places / sum)];
            }
        }
    }

    /// <summary>Pairs of standings of which the first is the better one, with none between them.</summary>
    private static (int Better, int Worse)[] NextBetter((int Above, int Below)[] standings)
    {
        bool IsBetter(int x, int y) => x != y && standings[x].Above <= standings[y].Above && standings[x].Below >= standings[y].Below;
        var all = Enumerable.Range(0, standings.Length);
        return [.. from x in all
                   from y in all
                   where IsBetter(x, y) && !Enumerable.Range(x, Math.Max(y - x, 0)).Any(z => IsBetter(x, z) && IsBetter(z, y))
                   select (x, y)];
    }

    /// <summary>Moves chances up from those who are surely below to those who are surely above, until the latter are sure of a place or the former have no chance.</summary>
    /// <remarks>Every set that can be the true best and has the lower one has the higher one too, so that no such set loses by it.</remarks>
    private static void Concentrate((double Low, double High)[] kinds, int[] size, double[] expected)
    {
        for (var lower = kinds.Length - 1; lower >= 0; lower--)
        {
            for (var higher = 0; higher < kinds.Length; higher++)
            {
                if (kinds[higher].Low > kinds[lower].High)
                {
                    var moved = Math.Min(Math.Max(size[higher] - expected[higher], 0), expected[lower]);
                    expected[higher] += moved;
                    expected[lower] -= moved;
                }
            }
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
