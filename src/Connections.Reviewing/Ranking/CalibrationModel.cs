using Connections.Reviewing.Numerics;

namespace Connections.Reviewing.Ranking;

/// <summary>The three or four standard deviations that govern the calibration model, in points of a six-point scale.</summary>
/// <param name="Application">τ, between applications' true standing.</param>
/// <param name="Residual">s, what is left of a score: <c>s² = σ² + τ_λ²</c>.</param>
/// <param name="Reviewer">τ_ν, between reviewers' leniency.</param>
/// <param name="Panel">τ_ρ, between panels; used only when a call has several.</param>
public readonly record struct Spread(double Application, double Residual, double Reviewer, double Panel);

/// <summary>The Gaussian model of scores once the spreads are given: marginal likelihood and posterior of everything.</summary>
/// <remarks>
/// Source: Heyard, Ott, Salanti, Egger (2022), Statistics and Public Policy 9:110.
/// <c>y_ij = θ_i + ν_j (+ ρ_k) + e</c>, all four normal with mean 0; y is already centred (<see cref="ScoreTable"/>).
/// The nuisance effects u = (ν, ρ) have Q = R (+ panels) entries; z_ij is the 0/1 row that picks those of one score.
/// Given u the θ_i are independent with precision <c>a_i = n_i/s² + 1/τ²</c>, so θ is eliminated and only the Q × Q
/// Schur complement <c>S = prior + Σ zzᵀ/s² − Σ_i (Σz)(Σz)ᵀ/(s⁴a_i)</c> is factorised. a_i depends on the number of reviews
/// n_i alone, so the sums are formed once for each distinct n and a grid point costs one small Cholesky.
/// </remarks>
public sealed class CalibrationModel
{
    private readonly double[] crossProducts;
    private readonly double[] sums;
    private readonly double totalSquares;
    private readonly List<Batch> batches = [];

    public CalibrationModel(ScoreTable table, int[]? panelOf = null)
    {
        Table = table;
        Reviewers = table.Reviewers.Length;
        Panels = panelOf is null ? 0 : panelOf.Max() + 1;
        Columns = Reviewers + Panels;
        crossProducts = new double[Columns * Columns];
        sums = new double[Columns];
        ColumnsOf = table.ReviewersOf.Select((r, i) => panelOf is null ? r : [.. r, Reviewers + panelOf[i]]).ToArray();
        RowSums = table.Centred.Select(row => row.Sum()).ToArray();
        totalSquares = table.Centred.Sum(row => row.Sum(v => v * v));
        for (var i = 0; i < ColumnsOf.Length; i++)
        {
            AddCrossProducts(i);
        }

        foreach (var sameCount in Enumerable.Range(0, ColumnsOf.Length).GroupBy(i => table.Centred[i].Length).OrderBy(g => g.Key))
        {
            batches.Add(new Batch(this, sameCount.Key, [.. sameCount]));
        }
    }

    public ScoreTable Table { get; }

    public int Reviewers { get; }

    public int Panels { get; }

    /// <summary>Q, the number of reviewers and panels together.</summary>
    public int Columns { get; }

    /// <summary>For each application the columns of its reviewers and, when there are panels, of its panel.</summary>
    public int[][] ColumnsOf { get; }

    /// <summary>For each application the sum of its centred scores.</summary>
    public double[] RowSums { get; }

    /// <summary>The precision a_i of θ_i once the nuisance effects are known.</summary>
    public double Precision(int application, Spread spread) =>
        Table.Centred[application].Length / (spread.Residual * spread.Residual) + 1 / (spread.Application * spread.Application);

    /// <summary>How often a nuisance column enters the sum over application i's scores: 1 for a reviewer, n_i for a panel.</summary>
    public double Multiplicity(int application, int column) => column < Reviewers ? 1 : Table.Centred[application].Length;

    /// <summary>log p(y | spreads) without the constant. Leaves the factor of S and the posterior mean of u behind.</summary>
    /// <param name="spread">The standard deviations.</param>
    /// <param name="factor">Filled with the Cholesky factor of S, Q × Q.</param>
    /// <param name="effects">Filled with the posterior mean of u, Q entries.</param>
    public double LogLikelihood(Spread spread, double[] factor, double[] effects)
    {
        var residual = 1 / (spread.Residual * spread.Residual);
        for (var k = 0; k < factor.Length; k++)
        {
            factor[k] = crossProducts[k] * residual;
        }

        for (var q = 0; q < Columns; q++)
        {
            var deviation = q < Reviewers ? spread.Reviewer : spread.Panel;
            factor[q * Columns + q] += 1 / (deviation * deviation);
            effects[q] = sums[q] * residual;
        }

        var logLikelihood = -Table.Count * Math.Log(spread.Residual)
            - Reviewers * Math.Log(spread.Reviewer) - (Panels > 0 ? Panels * Math.Log(spread.Panel) : 0);
        var quadratic = totalSquares * residual;
        foreach (var batch in batches)
        {
            var precision = batch.Reviews * residual + 1 / (spread.Application * spread.Application);
            var share = residual * residual / precision;
            for (var k = 0; k < factor.Length; k++)
            {
                factor[k] -= batch.CrossProducts[k] * share;
            }

            for (var q = 0; q < Columns; q++)
            {
                effects[q] -= batch.Sums[q] * share;
            }

            quadratic -= batch.Squares * share;
            logLikelihood -= 0.5 * batch.Size * Math.Log(spread.Application * spread.Application * precision);
        }

        logLikelihood -= 0.5 * Cholesky.Factorise(factor, Columns);
        Cholesky.SolveLower(factor, Columns, effects);
        for (var q = 0; q < Columns; q++)
        {
            quadratic -= effects[q] * effects[q];
        }

        Cholesky.SolveUpper(factor, Columns, effects);
        return logLikelihood - 0.5 * quadratic;
    }

    private void AddCrossProducts(int application)
    {
        var scores = Table.Centred[application];
        for (var k = 0; k < scores.Length; k++)
        {
            var reviewer = ColumnsOf[application][k];
            crossProducts[reviewer * Columns + reviewer] += 1;
            sums[reviewer] += scores[k];
            if (Panels > 0)
            {
                var panel = ColumnsOf[application][^1];
                crossProducts[panel * Columns + panel] += 1;
                crossProducts[reviewer * Columns + panel] += 1;
                crossProducts[panel * Columns + reviewer] += 1;
                sums[panel] += scores[k];
            }
        }
    }

    /// <summary>Sums over all applications with the same number of reviews.</summary>
    private sealed class Batch
    {
        public Batch(CalibrationModel model, int reviews, int[] applications)
        {
            Reviews = reviews;
            Size = applications.Length;
            CrossProducts = new double[model.Columns * model.Columns];
            Sums = new double[model.Columns];
            foreach (var i in applications)
            {
                Squares += model.RowSums[i] * model.RowSums[i];
                foreach (var p in model.ColumnsOf[i])
                {
                    Sums[p] += model.Multiplicity(i, p) * model.RowSums[i];
                    foreach (var q in model.ColumnsOf[i])
                    {
                        CrossProducts[p * model.Columns + q] += model.Multiplicity(i, p) * model.Multiplicity(i, q);
                    }
                }
            }
        }

        public int Reviews { get; }

        public int Size { get; }

        public double[] CrossProducts { get; }

        public double[] Sums { get; }

        public double Squares { get; }
    }
}
