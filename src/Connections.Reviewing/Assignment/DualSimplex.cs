namespace Connections.Reviewing.Assignment;

/// <summary>How a linear programme ended.</summary>
internal enum LinearOutcome
{
    Optimal,
    Infeasible,

    /// <summary>No solution is worth as much as the caller asked for, or the caller's limit on work was reached.</summary>
    Abandoned,
}

/// <summary>A linear programme with two bounds on everything, solved by the dual simplex method.</summary>
/// <remarks>
/// Maximise <c>c·x</c> subject to <c>rowLow ≤ Ax ≤ rowHigh</c>, <c>low ≤ x ≤ high</c>, all finite. Variables 0…n−1 are the
/// columns; row i has a variable n + i of its own, z_i, with <c>Ax − z = 0</c>. Because everything has two bounds, any basis becomes
/// dual feasible by moving each variable to the bound its reduced cost prefers; rows and bounds may therefore change at any
/// time and the search goes on from where it was, which is what branch and bound needs.
/// Method: explicit inverse of the basis (m × m), steepest-edge choice of the leaving row, bound-flipping ratio test
/// (Maros 2003, chapter 10); the steps and the inverse are in two more files of this class. Everything is deterministic, and
/// <see cref="Work"/> counts arithmetic, so that a limit on it means the same on every machine.
/// </remarks>
internal sealed partial class DualSimplex
{
    private const double FeasibilityTolerance = 1e-9;
    private readonly int n;
    private readonly List<int>[] entryRows;
    private readonly List<double>[] entryValues;
    private readonly List<bool> isMarked = [];
    private readonly List<int> basis = [];
    private readonly List<double[]> inverse = [];
    private readonly List<double> norms = [];
    private double[] cost;
    private double[] low;
    private double[] high;
    private double[] value;
    private double[] reducedCost;
    private double[] slope;
    private int[] basisRow;
    private int stepsSinceInversion;

    /// <param name="costs">c, one for each column.</param>
    /// <param name="lows">Lower bounds of the columns.</param>
    /// <param name="highs">Upper bounds of the columns.</param>
    public DualSimplex(double[] costs, double[] lows, double[] highs)
    {
        n = costs.Length;
        cost = (double[])costs.Clone();
        low = (double[])lows.Clone();
        high = (double[])highs.Clone();
        value = new double[n];
        reducedCost = (double[])costs.Clone();
        slope = new double[n];
        basisRow = Enumerable.Repeat(-1, n).ToArray();
        entryRows = [.. costs.Select(_ => new List<int>(4))];
        entryValues = [.. costs.Select(_ => new List<double>(4))];
        for (var j = 0; j < n; j++)
        {
            Rest(j);
        }
    }

    /// <summary>Roughly the number of multiplications so far.</summary>
    public long Work { get; private set; }

    /// <summary>c·x of the current point; an upper bound on the optimum while the search is under way.</summary>
    public double Objective
    {
        get
        {
            var sum = 0.0;
            for (var j = 0; j < n + RowCount; j++)
            {
                sum += cost[j] * value[j];
            }

            return sum;
        }
    }

    /// <summary>After Infeasible: by how much the row that proves it misses its bound, even with everything else at its best.</summary>
    public double ProofDeficit { get; private set; }

    /// <summary>After Infeasible: how fast that deficit shrinks when the lower bounds of all marked rows fall together.</summary>
    public double ProofSlope { get; private set; }

    private int RowCount => basis.Count;

    public double Value(int column) => value[column];

    /// <summary>How much the optimum falls for a unit of the column, at the current prices.</summary>
    public double ReducedCost(int column) => reducedCost[column];

    /// <summary>What one more unit of a row's value would bring, at the current prices.</summary>
    public double RowPrice(int row) => reducedCost[n + row];

    public void SetRowLow(int row, double rowLow) => low[n + row] = Math.Min(rowLow, high[n + row]);

    public void SetRowHigh(int row, double rowHigh) => high[n + row] = rowHigh;

    public void SetBounds(int column, double columnLow, double columnHigh) => (low[column], high[column]) = (columnLow, columnHigh);

    /// <summary>Solves from the current basis; gives up when nothing can be worth <paramref name="cutoff"/> or more.</summary>
    public LinearOutcome Solve(double cutoff, long workLimit)
    {
        Settle();
        for (var step = 1; ; step++)
        {
            if (stepsSinceInversion >= 500)
            {
                Invert();
                Settle();
            }

            if (Work > workLimit || (step % 8 == 0 && Objective < cutoff))
            {
                return LinearOutcome.Abandoned;
            }

            var leaving = ChooseLeaving();
            if (leaving < 0)
            {
                return Objective < cutoff ? LinearOutcome.Abandoned : LinearOutcome.Optimal;
            }

            if (Step(leaving))
            {
                continue;
            }

            // A proof counts only when it comes from a fresh inverse.
            if (stepsSinceInversion == 0)
            {
                return LinearOutcome.Infeasible;
            }

            Invert();
            Settle();
        }
    }

    /// <summary>Puts a variable outside the basis at the bound its reduced cost prefers; an indifferent one stays if it may.</summary>
    private void Rest(int j)
    {
        value[j] = reducedCost[j] > 1e-12 ? high[j]
            : reducedCost[j] < -1e-12 ? low[j]
            : value[j] > (low[j] + high[j]) / 2 ? high[j] : low[j];
    }

    /// <summary>Computes prices, reduced costs, resting places and basic values from the inverse.</summary>
    private void Settle()
    {
        var prices = new double[RowCount];
        for (var i = 0; i < RowCount; i++)
        {
            if (cost[basis[i]] != 0)
            {
                AddMultiple(prices, inverse[i], cost[basis[i]]);
            }
        }

        var residual = new double[RowCount];
        for (var j = 0; j < n + RowCount; j++)
        {
            if (basisRow[j] >= 0)
            {
                reducedCost[j] = 0;
                continue;
            }

            reducedCost[j] = cost[j] - Along(j, prices);
            Rest(j);
            Spread(j, -value[j], residual);
        }

        for (var i = 0; i < RowCount; i++)
        {
            value[basis[i]] = Dot(inverse[i], residual);
        }

        Work += 2L * RowCount * RowCount + 3L * n;
    }

    /// <summary>The product of a variable's column with a row vector.</summary>
    private double Along(int j, double[] vector)
    {
        if (j >= n)
        {
            return -vector[j - n];
        }

        var (at, by) = (entryRows[j], entryValues[j]);
        var sum = 0.0;
        for (var k = 0; k < at.Count; k++)
        {
            sum += by[k] * vector[at[k]];
        }

        return sum;
    }

    /// <summary>Adds a multiple of a variable's column to a vector.</summary>
    private void Spread(int j, double factor, double[] vector)
    {
        if (j >= n)
        {
            vector[j - n] -= factor;
            return;
        }

        for (var k = 0; k < entryRows[j].Count; k++)
        {
            vector[entryRows[j][k]] += factor * entryValues[j][k];
        }
    }
}
