using Connections.Reviewing.Numerics;

namespace Connections.Reviewing.Ranking;

/// <summary>How often each application takes each rank in fixed-seed draws from the exact posterior mixture.</summary>
/// <remarks>
/// 200,000 draws are shared out among the grid points in proportion to their weights (systematic, not random). For each draw the
/// nuisance effects come from N(û, S⁻¹); given them the θ_i are independent normals. Draws come in pairs that lie opposite each
/// other about the mean (antithetic), which halves the work and steadies the counts. The counts are whole numbers, so
/// neither the order of rows nor the number of processors changes them. A probability read from them has a standard error of
/// at most 0.0011. <c>Below[i, r]</c> is the number of draws in which application i takes rank r + 1 or better.
/// </remarks>
public sealed class RankDraws
{
    public const int Draws = 200_000;
    private readonly int n;
    private readonly int[] counts;

    private RankDraws(int n)
    {
        this.n = n;
        counts = new int[n * n];
    }

    public static RankDraws Of(CalibrationModel model, WeightedSpread[] points)
    {
        var result = new RankDraws(model.Table.Applications.Length);
        var upTo = new int[points.Length + 1];
        var cumulated = 0.0;
        for (var h = 0; h < points.Length; h++)
        {
            cumulated += points[h].Weight;
            upTo[h + 1] = h == points.Length - 1 ? Draws : (int)Math.Round(cumulated * Draws);
        }

        Parallel.For(
            0,
            points.Length,
            () => new Worker(model),
            (h, _, worker) =>
            {
                worker.Draw(points[h].Spread, upTo[h + 1] - upTo[h], (ulong)h + 1);
                return worker;
            },
            worker => result.Add(worker.Counts));
        result.Cumulate();
        return result;
    }

    /// <summary>The probability that application i takes the given rank (1 is best) or a better one.</summary>
    public double AtMost(int application, int rank) => rank < 1 ? 0
        : rank >= n ? 1
        : (double)counts[application * n + rank - 1] / Draws;

    /// <summary>The smallest rank that is reached with at least the given probability.</summary>
    public int Quantile(int application, double probability)
    {
        var rank = 1;
        while (rank < n && AtMost(application, rank) < probability)
        {
            rank++;
        }

        return rank;
    }

    /// <summary>Gives applications that are exact ties the mean of their counts, so that chance does not part them.</summary>
    public void Pool(IReadOnlyList<int> tied)
    {
        for (var r = 0; r < n; r++)
        {
            var mean = (int)(tied.Sum(i => (long)counts[i * n + r]) / tied.Count);
            foreach (var i in tied)
            {
                counts[i * n + r] = mean;
            }
        }
    }

    private void Add(int[] part)
    {
        lock (counts)
        {
            for (var k = 0; k < counts.Length; k++)
            {
                counts[k] += part[k];
            }
        }
    }

    private void Cumulate()
    {
        for (var i = 0; i < n; i++)
        {
            for (var r = 1; r < n; r++)
            {
                counts[i * n + r] += counts[i * n + r - 1];
            }
        }
    }

    private sealed class Worker(CalibrationModel model)
    {
        private readonly int n = model.Table.Applications.Length;
        private readonly double[] factor = new double[model.Columns * model.Columns];
        private readonly double[] centre = new double[model.Columns];
        private readonly double[] effects = new double[model.Columns];
        private readonly double[] middle = new double[model.Table.Applications.Length];
        private readonly double[] away = new double[model.Table.Applications.Length];
        private readonly double[] values = new double[model.Table.Applications.Length];
        private readonly RankOrder order = new(model.Table.Applications.Length);

        public int[] Counts { get; } = new int[model.Table.Applications.Length * model.Table.Applications.Length];

        public void Draw(Spread spread, int draws, ulong seed)
        {
            if (draws == 0)
            {
                return;
            }

            var random = new SeededRandom(seed);
            model.LogLikelihood(spread, factor, centre);
            var share = new double[n];
            var deviation = new double[n];
            for (var i = 0; i < n; i++)
            {
                var precision = model.Precision(i, spread);
                share[i] = 1 / (spread.Residual * spread.Residual * precision);
                deviation[i] = 1 / Math.Sqrt(precision);
                middle[i] = share[i] * (model.RowSums[i] - model.ColumnsOf[i].Sum(q => model.Multiplicity(i, q) * centre[q]));
            }

            for (var d = 0; d < draws; d += 2)
            {
                DrawNuisance(random);
                for (var i = 0; i < n; i++)
                {
                    var sum = 0.0;
                    foreach (var q in model.ColumnsOf[i])
                    {
                        sum -= model.Multiplicity(i, q) * effects[q];
                    }

                    away[i] = sum * share[i] + deviation[i] * random.NextNormal();
                }

                Count(1);
                if (d + 1 < draws)
                {
                    Count(-1);
                }
            }
        }

        /// <summary>Ranks the middle plus or minus the distance drawn.</summary>
        private void Count(int sign)
        {
            for (var i = 0; i < n; i++)
            {
                values[i] = middle[i] + sign * away[i];
            }

            order.Count(values, Counts);
        }

        /// <summary>Draws the distance of the nuisance effects from their mean.</summary>
        private void DrawNuisance(SeededRandom random)
        {
            for (var q = 0; q < effects.Length; q++)
            {
                effects[q] = random.NextNormal();
            }

            Cholesky.SolveUpper(factor, effects.Length, effects);
        }
    }
}
