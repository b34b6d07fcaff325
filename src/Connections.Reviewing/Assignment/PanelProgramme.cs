namespace Connections.Reviewing.Assignment;

/// <summary>The linear programme over a list of panels.</summary>
/// <remarks>
/// A column for each listed panel; each application takes one panel, each reviewer keeps to the load bounds, of each link at most one pair is used.
/// A panel counts what it is worth below the best of its application at given prices, a reviewer's place counts its price: this shifts every
/// plan's worth by the same amount and lets the simplex method start next to its goal. "No panel" may stand in at a high cost
/// while prices are looked for, but never in a plan (Dantzig and Wolfe 1960).
/// </remarks>
internal sealed class PanelProgramme
{
    private readonly AssignmentProblem problem;
    private readonly DualSimplex simplex;
    private readonly double offset;
    private readonly int priced;

    /// <param name="problem">The numbered problem.</param>
    /// <param name="panels">The listed panels.</param>
    /// <param name="prices">Prices near the best ones.</param>
    /// <param name="absence">What an application without a panel costs.</param>
    public PanelProgramme(AssignmentProblem problem, IReadOnlyList<Panel> panels, PanelPrices prices, double absence)
    {
        (this.problem, Panels) = (problem, panels);
        // Equal panels would let the search turn in circles: shifts far below the step of affinities part them.
        double Shift(int k) => Math.Max(1e-3 * problem.Step, 1e-8 * absence) / problem.A * ((k + 1) * 2654435761L % 1_000_003) / 1_000_003;
        double[] costs = [.. panels.Select((p, k) => p.Pairs.Sum(prices.Priced) - prices.BestValue[p.Application] + Shift(k)), .. prices.BestValue.Select(best => -absence - best)];
        simplex = new DualSimplex(costs, new double[costs.Length], [.. costs.Select(_ => 1.0)]);
        offset = prices.BestValue.Sum();
        priced = prices.Price.Length;
        ColumnsOf = [.. Enumerable.Range(0, problem.A).Select(_ => new List<int>())];
        var taking = Enumerable.Range(0, problem.R).Select(_ => new List<(int, double)>()).ToArray();
        for (var k = 0; k < panels.Count; k++)
        {
            ColumnsOf[panels[k].Application].Add(k);
            foreach (var pair in panels[k].Pairs)
            {
                taking[pair % problem.R].Add((k, 1));
            }
        }

        for (var a = 0; a < problem.A; a++)
        {
            simplex.AddRow([.. ColumnsOf[a].Select(k => (k, 1.0)), (panels.Count + a, 1.0)], 1, 1);
        }

        for (var r = 0; r < problem.R; r++)
        {
            simplex.AddRow(taking[r], problem.MinLoad[r], problem.MaxLoad[r], rowCost: prices.Price[r]);
        }

        for (var i = 0; i < prices.Links.Count; i++)
        {
            AddLink(prices.Links[i], prices.Price[problem.R + i]);
        }
    }

    public IReadOnlyList<Panel> Panels { get; }

    /// <summary>The columns of each application.</summary>
    public List<int>[] ColumnsOf { get; }

    public long Work => simplex.Work;

    /// <summary>Worth of the solution: no plan of listed panels is worth more.</summary>
    public double Objective => simplex.Objective + offset;

    /// <summary>How many applications the solution leaves without a panel.</summary>
    public double Absent => Enumerable.Range(Panels.Count, problem.A).Sum(simplex.Value);

    public double Value(int column) => simplex.Value(column);

    /// <summary>How much the worth falls for a unit of the column.</summary>
    public double Loss(int column) => -simplex.ReducedCost(column);

    public void Open(int column, bool isOpen) => simplex.SetBounds(column, 0, isOpen ? 1 : 0);

    /// <summary>From now on every application must have a panel.</summary>
    public void ForbidAbsence()
    {
        for (var a = 0; a < problem.A; a++)
        {
            simplex.SetBounds(Panels.Count + a, 0, 0);
        }
    }

    public LinearOutcome Solve(double cutoff, long stopAt) => simplex.Solve(cutoff - offset, stopAt);

    /// <summary>Prices of the solution, in the order of <see cref="PanelPrices.Price"/>.</summary>
    public double[] Prices() => [.. Enumerable.Range(0, priced).Select(i => simplex.RowPrice(problem.A + i))];

    public void AddLink(RuleRow row, double price = 0) => simplex.AddRow(
        [.. Enumerable.Range(0, Panels.Count).Select(k => (k, (double)Panels[k].Pairs.Count(row.Pairs.Contains))).Where(e => e.Item2 > 0)],
        row.Low, row.High, rowCost: price);

    /// <summary>Asks for at least one of some pairs.</summary>
    public void AddBridge(Func<int, bool> crosses)
    {
        var entries = Enumerable.Range(0, Panels.Count).Select(k => (k, (double)Panels[k].Pairs.Count(crosses))).Where(e => e.Item2 > 0).ToArray();
        simplex.AddRow(entries, 1, Math.Max(entries.Sum(e => e.Item2), 1));
    }

    /// <summary>The share of each pair that is used, by pair number.</summary>
    public SortedDictionary<int, double> Shares()
    {
        var shares = new SortedDictionary<int, double>();
        for (var k = 0; k < Panels.Count; k++)
        {
            if (simplex.Value(k) > 1e-9)
            {
                foreach (var pair in Panels[k].Pairs)
                {
                    shares[pair] = shares.GetValueOrDefault(pair) + simplex.Value(k);
                }
            }
        }

        return shares;
    }
}
