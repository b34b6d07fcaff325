namespace Connections.Reviewing.Assignment;

/// <summary>The steps of the dual simplex method: which variable leaves the basis, which enters, and the new inverse.</summary>
internal sealed partial class DualSimplex
{
    private const double SmallPivot = 1e-7;
    private readonly PriorityQueue<int, double> breakpoints = new();
    private readonly List<int> passed = [];

    private double Outside(int j) => Math.Max(low[j] - value[j], value[j] - high[j]);

    /// <summary>The basic variable furthest outside its bounds, measured by the length of its row of the inverse; −1 if none is.</summary>
    private int ChooseLeaving()
    {
        var best = -1;
        var bestRatio = 0.0;
        for (var i = 0; i < RowCount; i++)
        {
            var outside = Outside(basis[i]);
            if (outside > FeasibilityTolerance * (1 + Math.Abs(value[basis[i]])) && outside * outside > bestRatio * norms[i])
            {
                (best, bestRatio) = (i, outside * outside / norms[i]);
            }
        }

        return best;
    }

    /// <summary>Drives the leaving variable to its bound. False when nothing can enter: the row proves infeasibility.</summary>
    private bool Step(int leaving)
    {
        var sign = value[basis[leaving]] < low[basis[leaving]] ? 1.0 : -1.0;
        ComputeSlopes(inverse[leaving], sign);
        var entering = ChooseEntering(leaving, sign);
        if (entering < 0)
        {
            return false;
        }

        Flip();
        var column = new double[RowCount];
        for (var i = 0; i < RowCount; i++)
        {
            column[i] = Along(entering, inverse[i]);
        }

        if (Math.Abs(column[leaving] - slope[entering]) > 1e-6 * (1 + Math.Abs(column[leaving])) && stepsSinceInversion > 0)
        {
            Invert();
            Settle();
            return true;
        }

        MoveDual(leaving, entering);
        MovePrimal(leaving, entering, column, sign);
        Pivot(leaving, entering, column);
        return true;
    }

    /// <summary>How the leaving variable falls when each variable outside the basis rises; those that may help become breakpoints.</summary>
    private void ComputeSlopes(double[] row, double sign)
    {
        breakpoints.Clear();
        for (var j = 0; j < n + RowCount; j++)
        {
            slope[j] = basisRow[j] >= 0 || low[j] >= high[j] ? 0 : Along(j, row);
            if (Math.Abs(slope[j]) < 1e-9)
            {
                continue;
            }

            var isHigh = value[j] > (low[j] + high[j]) / 2;
            if (isHigh == sign * slope[j] > 0)
            {
                breakpoints.Enqueue(j, Math.Abs(reducedCost[j] / slope[j]));
            }
        }

        Work += 3L * n + 2L * RowCount;
    }

    /// <summary>Passes breakpoints, nearest first, as long as the leaving variable stays outside its bound; the next one enters.</summary>
    private int ChooseEntering(int leaving, double sign)
    {
        passed.Clear();
        var left = Outside(basis[leaving]);
        while (breakpoints.TryDequeue(out var j, out _))
        {
            passed.Add(j);
            left -= Math.Abs(slope[j]) * (high[j] - low[j]);
            if (left <= FeasibilityTolerance)
            {
                // A tiny pivot would spoil the inverse: an earlier breakpoint is as valid, only a shorter step.
                var at = passed.Count - 1;
                while (at > 0 && Math.Abs(slope[passed[at]]) < SmallPivot)
                {
                    at--;
                }

                var entering = passed[at];
                passed.RemoveRange(at, passed.Count - at);
                return entering;
            }
        }

        ProofDeficit = left;
        ProofSlope = basis[leaving] >= n && isMarked[basis[leaving] - n] && sign > 0 ? 1 : 0;
        for (var j = n; j < n + RowCount; j++)
        {
            if (basisRow[j] < 0 && isMarked[j - n] && sign * slope[j] > 0)
            {
                ProofSlope += sign * slope[j];
            }
        }

        return -1;
    }

    /// <summary>Moves the passed variables to their other bounds.</summary>
    private void Flip()
    {
        if (passed.Count == 0)
        {
            return;
        }

        var change = new double[RowCount];
        foreach (var j in passed)
        {
            var target = value[j] > (low[j] + high[j]) / 2 ? low[j] : high[j];
            Spread(j, target - value[j], change);
            value[j] = target;
        }

        for (var k = 0; k < RowCount; k++)
        {
            if (change[k] != 0)
            {
                for (var i = 0; i < RowCount; i++)
                {
                    value[basis[i]] -= inverse[i][k] * change[k];
                }

                Work += RowCount;
            }
        }
    }

    private void MoveDual(int leaving, int entering)
    {
        var step = reducedCost[entering] / slope[entering];
        for (var j = 0; j < n + RowCount; j++)
        {
            if (slope[j] != 0)
            {
                reducedCost[j] -= step * slope[j];
            }
        }

        reducedCost[entering] = 0;
        reducedCost[basis[leaving]] = -step;
    }

    private void MovePrimal(int leaving, int entering, double[] column, double sign)
    {
        var bound = sign > 0 ? low[basis[leaving]] : high[basis[leaving]];
        var step = (value[basis[leaving]] - bound) / column[leaving];
        for (var i = 0; i < RowCount; i++)
        {
            value[basis[i]] -= column[i] * step;
        }

        value[basis[leaving]] = bound;
        value[entering] += step;
    }
}
