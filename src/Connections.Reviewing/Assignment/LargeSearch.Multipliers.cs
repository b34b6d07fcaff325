namespace Connections.Reviewing.Assignment;

/// <summary>Multipliers of sums and rules, and the bounds of a flow with them.</summary>
internal sealed partial class LargeSearch
{
    /// <summary>Raises the multipliers of what is broken and lowers those of what has slack (subgradient steps, ever shorter).</summary>
    /// <returns>The applications whose worths changed.</returns>
    private SortedSet<int> Adjust(SortedSet<int> plan, double leastSum, double step, out int broken)
    {
        var concerned = new SortedSet<int>();
        var sums = PlanFigures.Sums(problem, plan);
        broken = 0;
        for (var a = 0; a < problem.A; a++)
        {
            var isShort = sums[a] < leastSum - problem.Tolerance;
            broken += isShort ? 1 : 0;
            if (isShort || (weight[a] > 0 && sums[a] > leastSum + problem.Tolerance))
            {
                weight[a] = Math.Max(0, weight[a] + step * (isShort ? 0.2 + (leastSum - sums[a]) / problem.HighestWorth : (leastSum - sums[a]) / problem.HighestWorth));
                concerned.Add(a);
            }
        }

        var taken = new bool[problem.A * problem.R];
        var panels = plan.GroupBy(p => p / problem.R).ToDictionary(g => g.Key, g => g.Select(p => p % problem.R).ToArray());
        foreach (var pair in plan)
        {
            taken[pair] = true;
        }

        var suspects = panels.Where(p => rules.CountBroken(p.Key, p.Value) > 0).Select(p => p.Key).Order();
        var rows = rules.BrokenBy(pair => taken[pair] ? 1 : 0, suspects, plan).ToDictionary(row => row.Key);
        broken += rows.Count;
        foreach (var row in multipliers.Values.Select(m => m.Row).Concat(rows.Values.Where(row => !multipliers.ContainsKey(row.Key))).ToArray())
        {
            var held = row.Pairs.Count(p => taken[p]);
            var lacking = row.Low > 0 ? row.Low - held : held - row.High;
            var before = multipliers.GetValueOrDefault(row.Key).Multiplier;
            var after = Math.Max(0, before + 0.2 * step * problem.HighestWorth * lacking);
            if (after != before)
            {
                SetMultiplier(row, before, after, concerned);
            }
        }

        Binding.UnionWith(rows.Values.Select(row => row.Rule));
        return concerned;
    }

    private void SetMultiplier(RuleRow row, double before, double after, SortedSet<int> concerned)
    {
        multipliers[row.Key] = (row, after);
        foreach (var pair in row.Pairs)
        {
            gain[pair] += row.Low > 0 ? after - before : before - after;
            concerned.Add(pair / problem.R);
        }
    }

    private double Worth(int pair) => problem.Worth[pair] * (1 + weight[pair / problem.R]) + gain[pair];

    private double Bound(double leastSum)
    {
        var bound = flow.Bound(Worth) + multipliers.Values.Sum(m => m.Row.Low > 0 ? -m.Multiplier * m.Row.Low : m.Multiplier * m.Row.High);
        minimumBound = Math.Min(minimumBound, problem.RoundDown(bound / (problem.A + weight.Sum())));
        return leastSum > 0 ? bound - weight.Sum() * leastSum : bound;
    }
}
