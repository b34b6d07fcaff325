namespace Connections.Reviewing.Assignment;

/// <summary>Prices of reviewers' places that show how large the smallest sum can be at most.</summary>
/// <remarks>
/// Every application takes the cheapest panel with a sum of at least T. Whatever the prices, a plan spends at most what all places cost; if the cheapest
/// panels together cost more, no plan reaches T (Farkas; Lagrange's bound with nothing at stake but the places). The cheapest panels cost less as T falls, so the same prices
/// refute every T down to some point, which is found by halving. The prices are improved by steps along the average difference between places wanted and
/// places there, all places together costing 1 (subgradients with Polyak's length: 1969); a T that long remains unrefuted may still be out of reach, but hardly by much.
/// </remarks>
internal sealed class SumPrices(AssignmentProblem problem, RuleRows rules, double[] start)
{
    private const double Momentum = 0.7;
    private const double Aim = 0.002;
    private const double FirstShare = 0.03;
    private const double LastShare = 4e-4;
    private const int Rounds = 200;
    private const double Margin = 1e-7;

    /// <summary>The best prices so far.</summary>
    public double[] Price { get; private set; } = start;

    /// <summary>Roughly the number of multiplications so far.</summary>
    public long Work { get; private set; }

    /// <summary>Lowers a bound on every plan's smallest sum as far as prices are found that do.</summary>
    /// <param name="bound">No plan has a larger smallest sum than this.</param>
    /// <param name="reached">Some plan has this smallest sum.</param>
    /// <param name="stopAt">Work after which the bound stays as it is.</param>
    public double Lower(double bound, double reached, long stopAt)
    {
        // Where sums go in steps the bound is often right; elsewhere it is tried further and further below, then nearer.
        for (var share = FirstShare; share > LastShare && bound > reached + problem.Tolerance && Work < stopAt;)
        {
            var target = problem.Step > 0 ? bound : Math.Max(bound * (1 - share), reached);
            if (Refute(target, stopAt))
            {
                bound = LeastRefuted(Price, reached, target);
                bound = problem.Step > 0 ? problem.RoundDown(bound - problem.Step / 2) : bound;
            }
            else
            {
                share = problem.Step > 0 ? 0 : share / 2;
            }
        }

        return bound;
    }

    /// <summary>Improves the prices until they prove that no plan has sums of at least T. False when none were found that do.</summary>
    private bool Refute(double leastSum, long stopAt)
    {
        var choice = new PanelChoice(problem, rules, leastSum);
        var (at, best, direction) = (Scaled(Price), Scaled(Price), new double[problem.R]);
        var (most, factor, idle, before) = (double.NegativeInfinity, 1.0, 0, Work);
        for (var round = 0; round < Rounds && factor > 0.01 && most <= Margin && Work < stopAt; round++)
        {
            var (excess, loads) = Excess(choice, at);
            Work = before + choice.Work;
            idle = excess > most + 1e-5 ? 0 : idle + 1;
            (most, best) = excess > most ? (excess, at) : (most, best);
            if (idle < 15)
            {
                at = Stepped(at, loads, direction, factor * (Aim - excess));
                continue;
            }

            (factor, idle, at) = (factor / 2, 0, best);
            Array.Clear(direction);
        }

        Price = best;
        return most > Margin;
    }

    /// <summary>All places together cost 1, those of a negative price counted at the least load.</summary>
    private double[] Scaled(double[] price)
    {
        var all = Enumerable.Range(0, problem.R).Sum(r => Math.Max(price[r], 0) * problem.MaxLoad[r]);
        return all > 0 ? [.. price.Select(x => x / all)] : [.. price.Select(_ => 1.0 / Math.Max(problem.MaxLoad.Sum(), 1))];
    }

    /// <summary>What the cheapest panels cost together above all places, and how many want each reviewer.</summary>
    private (double Excess, int[] Loads) Excess(PanelChoice choice, double[] price)
    {
        var (excess, loads) = (0.0, new int[problem.R]);
        for (var r = 0; r < problem.R; r++)
        {
            excess -= price[r] * (price[r] > 0 ? problem.MaxLoad[r] : problem.MinLoad[r]);
        }

        for (var a = 0; a < problem.A; a++)
        {
            var panel = choice.Best(a, pair => -price[pair % problem.R], out var value);
            excess -= value;
            foreach (var pair in panel?.Pairs ?? [])
            {
                loads[pair % problem.R]++;
            }
        }

        return (excess, loads);
    }

    /// <summary>Prices after a step: dearer where more places are wanted than there are, cheaper where fewer.</summary>
    private double[] Stepped(double[] at, int[] loads, double[] direction, double rise)
    {
        var length = 1e-300;
        for (var r = 0; r < at.Length; r++)
        {
            var over = loads[r] - (loads[r] < problem.MinLoad[r] ? problem.MinLoad[r] : problem.MaxLoad[r]);
            direction[r] = Momentum * direction[r] + (over > 0 || at[r] > 0 || loads[r] < problem.MinLoad[r] ? over : 0);
            length += direction[r] * direction[r];
        }

        return Scaled([.. at.Select((price, r) => price + rise / length * direction[r]).Select((price, r) => problem.MinLoad[r] == 0 ? Math.Max(price, 0) : price)]);
    }

    /// <summary>How far down prices refute T, between a sum that is reached and one that is refuted.</summary>
    public double LeastRefuted(double[] price, double reached, double refuted)
    {
        var scaled = Scaled(price);
        while (refuted - reached > 1e-5 * refuted + problem.Tolerance)
        {
            var middle = problem.RoundDown((reached + refuted) / 2);
            if (middle <= reached + problem.Tolerance)
            {
                break;
            }

            var choice = new PanelChoice(problem, rules, middle);
            (reached, refuted) = Excess(choice, scaled).Excess > Margin ? (reached, middle) : (middle, refuted);
            Work += choice.Work;
        }

        return refuted;
    }
}
