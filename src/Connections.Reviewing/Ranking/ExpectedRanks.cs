using Connections.Reviewing.Numerics;

namespace Connections.Reviewing.Ranking;

/// <summary>Posterior means and standard deviations of all effects, and the expected rank of every application.</summary>
/// <remarks>
/// For each point h of <see cref="HyperGrid"/> the effects are jointly normal with means m and covariance V, and
/// <c>ER_i = 1 + Σ_{j≠i} Σ_h w_h Φ((m_j − m_i)/√(V_ii + V_jj − 2V_ij))</c>: one plus the expected number of applications that
/// are better than i. Rank 1 is best; the ER of n applications add up to n(n+1)/2. V_ij = δ_ij/a_i + b_i·b_j with
/// <c>b_i = L⁻¹ w_i</c>, <c>w_i = Σz/(s²a_i)</c>, LLᵀ = S, so V is never stored.
/// All values are in points of a six-point scale. Points are handled in eight fixed parts whose sums are added in order, so
/// the number of processors does not change a bit of the result.
/// </remarks>
public sealed class ExpectedRanks
{
    private const int Parts = 8;
    private readonly CalibrationModel model;
    private readonly WeightedSpread[] points;
    private readonly int n;

    private ExpectedRanks(CalibrationModel model, WeightedSpread[] points)
    {
        this.model = model;
        this.points = points;
        n = model.Table.Applications.Length;
        Rank = Enumerable.Repeat(1.0, n).ToArray();
        Effect = new double[n];
        EffectSd = new double[n];
        Leniency = new double[model.Columns];
        LeniencySd = new double[model.Columns];
        LeniencyMean = new double[points.Length][];
        LeniencySpread = new double[points.Length][];
    }

    /// <summary>ER_i, n entries between 1 and n.</summary>
    public double[] Rank { get; }

    /// <summary>Posterior mean of θ_i.</summary>
    public double[] Effect { get; }

    public double[] EffectSd { get; }

    /// <summary>Posterior mean of ν_j (and of ρ_k behind them).</summary>
    public double[] Leniency { get; }

    public double[] LeniencySd { get; }

    /// <summary>For each grid point the mean of u; with <see cref="LeniencySpread"/> the exact mixture for intervals.</summary>
    public double[][] LeniencyMean { get; }

    public double[][] LeniencySpread { get; }

    public static ExpectedRanks Of(CalibrationModel model, WeightedSpread[] points)
    {
        var result = new ExpectedRanks(model, points);
        var parts = new Part[Parts];
        Parallel.For(0, Parts, p => parts[p] = result.Accumulate(p * points.Length / Parts, (p + 1) * points.Length / Parts));
        foreach (var part in parts)
        {
            Add(result.Rank, part.Rank);
            Add(result.Effect, part.Effect);
            Add(result.EffectSd, part.EffectSquare);
            Add(result.Leniency, part.Leniency);
            Add(result.LeniencySd, part.LeniencySquare);
        }

        ToDeviation(result.Effect, result.EffectSd);
        ToDeviation(result.Leniency, result.LeniencySd);
        return result;
    }

    private static void Add(double[] target, double[] source)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] += source[i];
        }
    }

    private static void ToDeviation(double[] mean, double[] square)
    {
        for (var i = 0; i < mean.Length; i++)
        {
            square[i] = Math.Sqrt(Math.Max(square[i] - mean[i] * mean[i], 0));
        }
    }

    private Part Accumulate(int from, int to)
    {
        var part = new Part(n, model.Columns);
        for (var h = from; h < to; h++)
        {
            var (spread, weight) = points[h];
            model.LogLikelihood(spread, part.Factor, part.Nuisance);
            Conditional(spread, part);
            for (var i = 0; i < n; i++)
            {
                part.Effect[i] += weight * part.Mean[i];
                part.EffectSquare[i] += weight * (part.Variance[i] + part.Mean[i] * part.Mean[i]);
            }

            AddLeniency(h, weight, part);
            AddComparisons(weight, part);
        }

        return part;
    }

    /// <summary>Means m_i, own variances V_ii and vectors b_i for one point of the grid.</summary>
    private void Conditional(Spread spread, Part part)
    {
        var columns = model.Columns;
        for (var i = 0; i < n; i++)
        {
            var precision = model.Precision(i, spread);
            var share = 1 / (spread.Residual * spread.Residual * precision);
            var vector = part.Vectors.AsSpan(i * columns, columns);
            vector.Clear();
            var mean = model.RowSums[i];
            foreach (var q in model.ColumnsOf[i])
            {
                mean -= model.Multiplicity(i, q) * part.Nuisance[q];
                vector[q] = model.Multiplicity(i, q) * share;
            }

            Cholesky.SolveLower(part.Factor, columns, vector);
            part.Mean[i] = mean * share;
            part.Shared[i] = Dot(vector, vector);
            part.Variance[i] = 1 / precision + part.Shared[i];
        }
    }

    private void AddComparisons(double weight, Part part)
    {
        var columns = model.Columns;
        for (var i = 0; i < n; i++)
        {
            var own = part.Vectors.AsSpan(i * columns, columns);
            for (var j = i + 1; j < n; j++)
            {
                var covariance = Dot(own, part.Vectors.AsSpan(j * columns, columns));
                var distance = part.Mean[j] - part.Mean[i];
                var better = StandardNormal.Cumulative(distance / Math.Sqrt(part.Variance[i] + part.Variance[j] - 2 * covariance));
                part.Rank[i] += weight * better;
                part.Rank[j] += weight * (1 - better);
            }
        }
    }

    private void AddLeniency(int h, double weight, Part part)
    {
        var columns = model.Columns;
        LeniencyMean[h] = (double[])part.Nuisance.Clone();
        LeniencySpread[h] = new double[columns];
        for (var q = 0; q < columns; q++)
        {
            var unit = new double[columns];
            unit[q] = 1;
            Cholesky.SolveLower(part.Factor, columns, unit);
            var variance = Dot(unit, unit);
            LeniencySpread[h][q] = Math.Sqrt(variance);
            part.Leniency[q] += weight * part.Nuisance[q];
            part.LeniencySquare[q] += weight * (variance + part.Nuisance[q] * part.Nuisance[q]);
        }
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = 0.0;
        for (var k = 0; k < x.Length; k++)
        {
            sum += x[k] * y[k];
        }

        return sum;
    }

    /// <summary>The running sums and the working space of one part of the grid.</summary>
    private sealed class Part(int n, int columns)
    {
        public double[] Rank { get; } = new double[n];

        public double[] Effect { get; } = new double[n];

        public double[] EffectSquare { get; } = new double[n];

        public double[] Leniency { get; } = new double[columns];

        public double[] LeniencySquare { get; } = new double[columns];

        public double[] Factor { get; } = new double[columns * columns];

        public double[] Nuisance { get; } = new double[columns];

        public double[] Mean { get; } = new double[n];

        public double[] Variance { get; } = new double[n];

        public double[] Shared { get; } = new double[n];

        public double[] Vectors { get; } = new double[n * columns];
    }
}
