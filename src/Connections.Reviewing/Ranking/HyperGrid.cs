namespace Connections.Reviewing.Ranking;

/// <summary>One point of the posterior over the spreads, with its probability.</summary>
public readonly record struct WeightedSpread(Spread Spread, double Weight);

/// <summary>The posterior of the spreads (τ, s, τ_ν, τ_ρ), integrated on a grid instead of sampled.</summary>
/// <remarks>
/// Priors (Heyard and others 2022), in points of a six-point scale with b = 2: τ, σ, τ_λ uniform on (0, b). σ and τ_λ act only
/// through <c>s² = σ² + τ_λ²</c>, whose prior density is <c>πs/(2b²)</c> up to b and <c>(s/b²)(π/2 − 2·arccos(b/s))</c> up to b√2. τ_ν is fixed at 0.5
/// (published) or uniform on (0, b) (learned); τ_ρ is uniform on (0, b).
/// Method: midpoint rule on a box that is first narrowed around the mass (everything less likely than e⁻¹⁶ of the best point
/// is left out), 40 × 40 points with 16 more for τ_ν; with panels 20 × 20 and 12 for τ_ν, 16 for τ_ρ; fewer when there are
/// more than 40 reviewers. τ_ν and τ_ρ are integrated over u = √(τ/b): a few reviewers or panels leave much mass near zero
/// and a long tail, and there the points lie close together. With three axes or more, and more than about twenty applications, four neighbouring points of s are then
/// joined at their mean variances, which keeps all weight and has an error of second order: scores tell s well, so that a block is small beside it. Those of τ are
/// not joined (two of them in large calls, with eight of s), nor those of τ_ν and τ_ρ: much mass can lie near zero, where ranks change
/// fastest. s is kept above 0.5 % of b: scores are never believed to be that precise.
/// </remarks>
public sealed class HyperGrid
{
    private const double Bound = 2;
    private const double FixedLeniency = 0.5;
    private const double SmallestResidual = 0.005 * Bound;
    private const double LeftOut = -16;
    private const int Narrowings = 8;
    private const int PanelPoints = 16;
    private const double Negligible = 1e-6;
    private readonly CalibrationModel model;
    private readonly bool learnsLeniency;
    private readonly double[] factor;
    private readonly double[] effects;

    private HyperGrid(CalibrationModel model, bool learnsLeniency)
    {
        this.model = model;
        this.learnsLeniency = learnsLeniency;
        factor = new double[model.Columns * model.Columns];
        effects = new double[model.Columns];
    }

    private int AxisCount => 2 + (learnsLeniency ? 1 : 0) + (model.Panels > 0 ? 1 : 0);

    /// <summary>Points with weights that add up to one, in a fixed order.</summary>
    public static WeightedSpread[] Integrate(CalibrationModel model, bool learnsLeniency, bool joins = true)
    {
        var grid = new HyperGrid(model, learnsLeniency);
        var box = grid.Narrow();
        var counts = grid.FinalCounts();
        var weights = grid.Weigh(box, counts);
        return grid.Join(box, counts, weights, joins ? grid.Blocks() : (1, 1));
    }

    /// <summary>log density of s on (0, b√2).</summary>
    private static double LogResidualPrior(double s) => s <= Bound
        ? Math.Log(s)
        : Math.Log(s * Math.Max(1 - 4 / Math.PI * Math.Acos(Bound / s), 1e-300));

    private int[] FinalCounts()
    {
        var (first, leniency) = model.Columns switch
        {
            <= 40 => model.Panels > 0 ? (20, 12) : (40, 16),
            <= 120 => model.Panels > 0 ? (16, 8) : (24, 8),
            _ => (16, 8),
        };
        return [first, first, .. learnsLeniency ? [leniency] : Array.Empty<int>(), .. model.Panels > 0 ? [PanelPoints] : Array.Empty<int>()];
    }

    /// <summary>How many neighbouring points of τ and of s are joined.</summary>
    private (int Application, int Residual) Blocks()
    {
        var n = (double)model.Table.Applications.Length;
        return AxisCount == 2 ? (1, 1) : (n * n * model.Columns) switch
        {
            <= 3000 => (1, 1),
            <= 1e6 => (1, 4),
            _ => (2, 8),
        };
    }

    private (double Low, double High)[] Narrow()
    {
        var box = new List<(double Low, double High)> { (0, Bound), (SmallestResidual, Bound * Math.Sqrt(2)) };
        while (box.Count < AxisCount)
        {
            box.Add((0, 1));
        }

        var coarse = AxisCount switch { 2 => 20, 3 => 12, _ => 8 };
        var counts = Enumerable.Repeat(coarse, AxisCount).ToArray();
        var current = box.ToArray();
        for (var round = 0; round < Narrowings; round++)
        {
            var weights = Weigh(current, counts);
            var next = current.Select((edge, axis) => Occupied(edge, box[axis], axis, counts, weights)).ToArray();
            if (next.SequenceEqual(current))
            {
                break;
            }

            current = next;
        }

        return current;
    }

    /// <summary>The part of one axis that holds mass, and one cell more on either side.</summary>
    private static (double Low, double High) Occupied(
        (double Low, double High) edge, (double Low, double High) limit, int axis, int[] counts, double[] weights)
    {
        var stride = counts.Skip(axis + 1).Aggregate(1, (a, b) => a * b);
        int first = counts[axis], last = -1;
        for (var k = 0; k < weights.Length; k++)
        {
            if (weights[k] > Math.Exp(LeftOut))
            {
                var position = k / stride % counts[axis];
                first = Math.Min(first, position);
                last = Math.Max(last, position);
            }
        }

        var cell = (edge.High - edge.Low) / counts[axis];
        return (Math.Max(limit.Low, edge.Low + (first - 1) * cell), Math.Min(limit.High, edge.Low + (last + 2) * cell));
    }

    /// <summary>The posterior density at every midpoint, divided by its largest value.</summary>
    /// <remarks>A uniform τ has the density 2u in u = √(τ/b).</remarks>
    private double[] Weigh((double Low, double High)[] box, int[] counts)
    {
        var logs = new double[counts.Aggregate(1, (a, b) => a * b)];
        for (var k = 0; k < logs.Length; k++)
        {
            var point = Midpoint(box, counts, k);
            var spread = ToSpread(point);
            logs[k] = LogResidualPrior(spread.Residual) + model.LogLikelihood(spread, factor, effects) + point.Skip(2).Sum(Math.Log);
        }

        var best = logs.Where(double.IsFinite).Max();
        return [.. logs.Select(log => double.IsFinite(log) ? Math.Exp(log - best) : 0)];
    }

    private static double[] Midpoint((double Low, double High)[] box, int[] counts, int index)
    {
        var point = new double[counts.Length];
        for (var axis = counts.Length - 1; axis >= 0; axis--)
        {
            var position = index % counts[axis];
            index /= counts[axis];
            point[axis] = box[axis].Low + (position + 0.5) * (box[axis].High - box[axis].Low) / counts[axis];
        }

        return point;
    }

    private Spread ToSpread(double[] point) => new(
        point[0],
        point[1],
        learnsLeniency ? Bound * point[2] * point[2] : FixedLeniency,
        model.Panels > 0 ? Bound * point[^1] * point[^1] : 1);

    private WeightedSpread[] Join((double Low, double High)[] box, int[] counts, double[] weights, (int Application, int Residual) block)
    {
        var blocks = new SortedDictionary<int, double[]>();
        for (var k = 0; k < weights.Length; k++)
        {
            int key = 0, rest = k, scale = 1;
            for (var axis = counts.Length - 1; axis >= 0; axis--)
            {
                key += rest % counts[axis] / (axis switch { 0 => block.Application, 1 => block.Residual, _ => 1 }) * scale;
                scale *= counts[axis];
                rest /= counts[axis];
            }

            if (!blocks.TryGetValue(key, out var sum))
            {
                blocks[key] = sum = new double[5];
            }

            var (application, residual, reviewer, panel) = ToSpread(Midpoint(box, counts, k));
            double[] parts = [application * application, residual * residual, reviewer * reviewer, panel * panel, 1];
            for (var part = 0; part < parts.Length; part++)
            {
                sum[part] += weights[k] * parts[part];
            }
        }

        var heaviest = blocks.Values.Max(sum => sum[^1]);
        var kept = blocks.Values.Where(sum => sum[^1] > Negligible * heaviest).ToArray();
        var total = kept.Sum(sum => sum[^1]);
        double Root(double[] sum, int part) => Math.Sqrt(sum[part] / sum[^1]);
        return [.. kept.Select(sum => new WeightedSpread(new Spread(Root(sum, 0), Root(sum, 1), Root(sum, 2), Root(sum, 3)), sum[^1] / total))];
    }
}
