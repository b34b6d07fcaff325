namespace Connections.Reviewing.Assignment;

/// <summary>Prices for the reviewers' places, and the bound on every plan's total that follows from them.</summary>
/// <remarks>
/// If reviewer r's place costs π_r, every application on its own takes its best panel with a sum of at least T. Whatever the prices, no plan has
/// a larger total than <c>Σ_a best value + Σ_r (u_r·π_r, or l_r·π_r where π_r is negative)</c> (Lagrange; Geoffrion 1974). Because
/// applications choose among whole panels, this is far sharper than the linear programme over pairs. A rule between
/// applications (a link: two pairs of which at most one may be used) has a price of its own, kept behind the reviewers'.
/// The prices are improved by steps along the average difference between places wanted and places there (subgradients).
/// </remarks>
/// <param name="problem">The numbered problem.</param>
/// <param name="choice">Finds panels.</param>
/// <param name="worth">What pairs count: s, or nothing at all where only the existence of a plan is asked.</param>
internal sealed class PanelPrices(AssignmentProblem problem, PanelChoice choice, double[] worth)
{
    private readonly List<RuleRow> links = [];
    private readonly double[] charge = new double[problem.A * problem.R];

    /// <summary>The best prices found: R of reviewers, then one for each link.</summary>
    public double[] Price { get; private set; } = new double[problem.R];

    /// <summary>The bound at those prices.</summary>
    public double Bound { get; private set; } = double.PositiveInfinity;

    /// <summary>Value of the best panel of each application at those prices.</summary>
    public double[] BestValue { get; private set; } = new double[problem.A];

    public IReadOnlyList<RuleRow> Links => links;

    /// <summary>s − price of a pair, at the best prices.</summary>
    public double Priced(int pair) => worth[pair] - Price[pair % problem.R] - charge[pair];

    /// <summary>The best prices as they are now.</summary>
    public PricePoint Best() => new(problem.R, worth, [.. Price], [.. charge], [.. BestValue]);

    public void AddLink(RuleRow row)
    {
        links.Add(row);
        Price = [.. Price, 0];
    }

    /// <summary>Tries prices and keeps them if their bound is better. Returns each application's best panel at these prices.</summary>
    public IReadOnlyList<Panel> Try(double[] price)
    {
        var point = Evaluate(price);
        Keep(price, point);
        Charge(Price);
        return point.Panels;
    }

    /// <summary>Improves the prices for some rounds, or until the bound is below the target.</summary>
    public void Improve(double target, int rounds)
    {
        var at = (double[])Price.Clone();
        var direction = new double[at.Length];
        var (factor, idle) = (1.0, 0);
        for (var round = 0; round < rounds && factor > 1e-3 && Bound >= target; round++)
        {
            var point = Evaluate(at);
            idle = point.Bound < Bound - 1e-6 * Math.Abs(Bound) ? 0 : idle + 1;
            Keep(at, point);
            if (double.IsNegativeInfinity(Bound))
            {
                break;
            }

            if (idle < 20)
            {
                Step(at, point, direction, factor, target);
                continue;
            }

            (factor, idle) = (factor / 2, 0);
            at = (double[])Price.Clone();
            Array.Clear(direction);
        }

        Charge(Price);
    }

    /// <summary>Moves prices up where more places are wanted than there are, and down where fewer.</summary>
    private void Step(double[] at, Point point, double[] direction, double factor, double target)
    {
        var length = 0.0;
        for (var i = 0; i < at.Length; i++)
        {
            direction[i] = 0.7 * direction[i] + Slack(i, at[i], point);
            length += direction[i] * direction[i];
        }

        var aim = Math.Max(point.Bound - Math.Max(target, 0.98 * Bound), 1e-9 * Math.Abs(point.Bound));
        for (var i = 0; i < at.Length && length > 0; i++)
        {
            var next = at[i] - factor * aim / length * direction[i];
            at[i] = i >= problem.R || problem.MinLoad[i] == 0 ? Math.Max(next, 0) : next;
        }
    }

    /// <summary>Places there less places wanted; zero where the price is zero and nothing is broken.</summary>
    private double Slack(int i, double price, Point point)
    {
        if (i >= problem.R)
        {
            var used = links[i - problem.R].Pairs.Count(point.Has);
            return price > 0 || used > 1 ? 1 - used : 0;
        }

        var load = point.Loads[i];
        return price > 0 || load > problem.MaxLoad[i] ? problem.MaxLoad[i] - load
            : price < 0 || load < problem.MinLoad[i] ? problem.MinLoad[i] - load : 0;
    }

    private void Keep(double[] price, Point point)
    {
        if (point.Bound < Bound)
        {
            (Price, Bound, BestValue) = ((double[])price.Clone(), point.Bound, point.Values);
        }
    }

    private void Charge(double[] price)
    {
        Array.Clear(charge);
        for (var i = 0; i < links.Count; i++)
        {
            foreach (var pair in links[i].Pairs)
            {
                charge[pair] += price[problem.R + i];
            }
        }
    }

    private Point Evaluate(double[] price)
    {
        Charge(price);
        var (values, loads, panels) = (new double[problem.A], new int[problem.R], new List<Panel>());
        var bound = price.Skip(problem.R).Sum();
        for (var r = 0; r < problem.R; r++)
        {
            bound += price[r] * (price[r] > 0 ? problem.MaxLoad[r] : problem.MinLoad[r]);
        }

        for (var a = 0; a < problem.A; a++)
        {
            if (choice.Best(a, p => worth[p] - price[p % problem.R] - charge[p], out values[a]) is { } panel)
            {
                panels.Add(panel);
                Array.ForEach(panel.Pairs, p => loads[p % problem.R]++);
            }

            bound += values[a];
        }

        return new Point(bound, values, loads, panels);
    }

    /// <summary>What the applications choose at some prices.</summary>
    private sealed record Point(double Bound, double[] Values, int[] Loads, List<Panel> Panels)
    {
        public bool Has(int pair) => Panels.Any(panel => panel.Pairs.Contains(pair));
    }
}

/// <summary>Prices at one moment, with the value of each application's best panel at them.</summary>
internal sealed record PricePoint(int Reviewers, double[] Worth, double[] Price, double[] Charge, double[] Values)
{
    /// <summary>s − price of a pair.</summary>
    public double Priced(int pair) => Worth[pair] - Price[pair % Reviewers] - Charge[pair];
}
