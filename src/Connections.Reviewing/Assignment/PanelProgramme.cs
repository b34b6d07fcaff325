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
    // An application's own row keeps panels at 1; without a bound of their own the simplex method takes half as many steps.
    private const double Unlimited = 100;
    private readonly AssignmentProblem problem;
    private readonly DualSimplex simplex;
    private readonly PricePoint reference;
    private readonly double absence;
    private readonly double offset;
    private readonly List<Panel> panels = [];
    private readonly List<(int Row, HashSet<int> Pairs)> links = [];

    /// <param name="problem">The numbered problem.</param>
    /// <param name="panels">The listed panels.</param>
    /// <param name="prices">Prices near the best ones.</param>
    /// <param name="absence">What an application without a panel costs.</param>
    public PanelProgramme(AssignmentProblem problem, IReadOnlyCollection<Panel> panels, PanelPrices prices, double absence)
    {
        (this.problem, this.absence, reference) = (problem, absence, prices.Best());
        offset = reference.Values.Sum();
        double[] costs = [.. reference.Values.Select(best => -absence - best), .. new double[panels.Count]];
        simplex = new DualSimplex(costs, new double[costs.Length], [.. costs.Select((_, j) => j < problem.A ? 1.0 : 0)]);
        ColumnsOf = [.. Enumerable.Range(0, problem.A).Select(_ => new List<int>())];
        for (var a = 0; a < problem.A; a++)
        {
            simplex.AddRow([(a, 1.0)], 1, 1);
        }

        for (var r = 0; r < problem.R; r++)
        {
            simplex.AddRow([], problem.MinLoad[r], problem.MaxLoad[r], rowCost: reference.Price[r]);
        }

        for (var i = 0; i < prices.Links.Count; i++)
        {
            AddLink(prices.Links[i], reference.Price[problem.R + i]);
        }

        foreach (var panel in panels)
        {
            Add(panel);
        }
    }

    public IReadOnlyList<Panel> Panels => panels;

    /// <summary>The panels of each application, by their place in <see cref="Panels"/>.</summary>
    public List<int>[] ColumnsOf { get; }

    public long Work => simplex.Work;

    /// <summary>Worth of the solution: no plan of listed panels is worth more.</summary>
    public double Objective => simplex.Objective + offset;

    /// <summary>How many applications the solution leaves without a panel.</summary>
    public double Absent => Enumerable.Range(0, problem.A).Sum(simplex.Value);

    public double Value(int k) => simplex.Value(problem.A + k);

    /// <summary>How much the worth falls for a unit of the panel.</summary>
    public double Loss(int k) => -simplex.ReducedCost(problem.A + k);

    public void Open(int k, bool isOpen) => simplex.SetBounds(problem.A + k, 0, isOpen ? Unlimited : 0);

    /// <summary>From now on every application must have a panel.</summary>
    public void ForbidAbsence()
    {
        for (var a = 0; a < problem.A; a++)
        {
            AllowAbsence(a, false);
        }
    }

    public void AllowAbsence(int a, bool isAllowed) => simplex.SetBounds(a, 0, isAllowed ? 1 : 0);

    public LinearOutcome Solve(double cutoff, long stopAt) => simplex.Solve(cutoff - offset, stopAt);

    /// <summary>Prices of the solution, in the order of <see cref="PanelPrices.Price"/>.</summary>
    public double[] Prices() => [.. Enumerable.Range(0, reference.Price.Length).Select(i => simplex.RowPrice(problem.A + i))];

    public void AddLink(RuleRow row, double price = 0)
    {
        var pairs = row.Pairs.ToHashSet();
        links.Add((simplex.AddRow(Entries(pairs.Contains), row.Low, row.High, rowCost: price), pairs));
    }

    /// <summary>Asks for at least one of some pairs.</summary>
    public void AddBridge(Func<int, bool> crosses)
    {
        var entries = Entries(crosses);
        simplex.AddRow(entries, 1, Math.Max(entries.Sum(e => e.Share), 1));
    }

    /// <summary>The share of each pair that is used, by pair number.</summary>
    public SortedDictionary<int, double> Shares()
    {
        var shares = new SortedDictionary<int, double>();
        for (var k = 0; k < panels.Count; k++)
        {
            if (Value(k) > 1e-9)
            {
                foreach (var pair in panels[k].Pairs)
                {
                    shares[pair] = shares.GetValueOrDefault(pair) + Value(k);
                }
            }
        }

        return shares;
    }

    private void Add(Panel panel)
    {
        // Equal panels would let the search turn in circles: shifts far below the step of affinities part them.
        var shift = Math.Max(1e-3 * problem.Step, 1e-8 * absence) / problem.A * ((panels.Count + 1) * 2654435761L % 1_000_003) / 1_000_003;
        var entries = panel.Pairs.Select(pair => (problem.A + pair % problem.R, 1.0)).Append((panel.Application, 1.0))
            .Concat(links.Select(link => (link.Row, (double)panel.Pairs.Count(link.Pairs.Contains))).Where(e => e.Item2 > 0));
        simplex.FillColumn(problem.A + panels.Count, panel.Pairs.Sum(reference.Priced) - reference.Values[panel.Application] + shift, Unlimited, entries);
        ColumnsOf[panel.Application].Add(panels.Count);
        panels.Add(panel);
    }

    private (int Column, double Share)[] Entries(Func<int, bool> holds) =>
        [.. panels.Select((panel, k) => (problem.A + k, (double)panel.Pairs.Count(holds))).Where(e => e.Item2 > 0)];
}
