using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Connections.Reviewing.Assignment;

/// <summary>The inverse of the basis: how it grows with a new row, changes with a step, and is computed afresh.</summary>
internal sealed partial class DualSimplex
{
    /// <summary>Adds a row, whose value may itself be worth something. Marked rows share one adjustable lower bound, see <see cref="ProofSlope"/>.</summary>
    public int AddRow(IReadOnlyList<(int Column, double Coefficient)> entries, double rowLow, double rowHigh, bool marked = false, double rowCost = 0)
    {
        var row = RowCount;
        Grow();
        (low[n + row], high[n + row], basisRow[n + row], cost[n + row]) = (rowLow, rowHigh, row, rowCost);
        isMarked.Add(marked);
        for (var i = 0; i < row; i++)
        {
            var longer = inverse[i];
            Array.Resize(ref longer, row + 1);
            inverse[i] = longer;
        }

        var fresh = new double[row + 1];
        foreach (var (column, coefficient) in entries)
        {
            entryRows[column].Add(row);
            entryValues[column].Add(coefficient);
            if (basisRow[column] >= 0)
            {
                AddMultiple(fresh, inverse[basisRow[column]], coefficient);
            }
        }

        fresh[row] = -1;
        inverse.Add(fresh);
        norms.Add(Dot(fresh, fresh));
        basis.Add(n + row);
        return row;
    }

    /// <summary>Gives a column that had no coefficients so far its cost, its upper bound and its coefficients.</summary>
    public void FillColumn(int column, double worth, double columnHigh, IEnumerable<(int Row, double Coefficient)> entries)
    {
        (cost[column], high[column]) = (worth, columnHigh);
        foreach (var (row, coefficient) in entries)
        {
            entryRows[column].Add(row);
            entryValues[column].Add(coefficient);
        }
    }

    /// <remarks>Always four lanes, so that the rounding is the same on every machine.</remarks>
    private static void AddMultiple(double[] target, double[] source, double factor)
    {
        var to = MemoryMarshal.Cast<double, Vector256<double>>(target.AsSpan());
        var by = MemoryMarshal.Cast<double, Vector256<double>>(source.AsSpan());
        for (var k = 0; k < by.Length; k++)
        {
            to[k] += by[k] * factor;
        }

        for (var k = 4 * by.Length; k < source.Length; k++)
        {
            target[k] += factor * source[k];
        }
    }

    private static double Dot(double[] x, double[] y)
    {
        var left = MemoryMarshal.Cast<double, Vector256<double>>(x.AsSpan());
        var right = MemoryMarshal.Cast<double, Vector256<double>>(y.AsSpan());
        var lanes = Vector256<double>.Zero;
        for (var k = 0; k < left.Length; k++)
        {
            lanes += left[k] * right[k];
        }

        var sum = lanes[0] + lanes[1] + lanes[2] + lanes[3];
        for (var k = 4 * left.Length; k < x.Length; k++)
        {
            sum += x[k] * y[k];
        }

        return sum;
    }

    private void Grow()
    {
        var size = n + RowCount + 1;
        if (size > cost.Length)
        {
            var capacity = size + 256;
            Array.Resize(ref cost, capacity);
            Array.Resize(ref low, capacity);
            Array.Resize(ref high, capacity);
            Array.Resize(ref value, capacity);
            Array.Resize(ref reducedCost, capacity);
            Array.Resize(ref slope, capacity);
            Array.Resize(ref basisRow, capacity);
        }
    }

    /// <summary>Exchanges two variables of the basis and updates its inverse and the lengths of the inverse's rows.</summary>
    private void Pivot(int row, int entering, double[] column)
    {
        basisRow[basis[row]] = -1;
        basisRow[entering] = row;
        basis[row] = entering;
        var pivotRow = inverse[row];
        var factor = 1 / column[row];
        for (var k = 0; k < pivotRow.Length; k++)
        {
            pivotRow[k] *= factor;
        }

        norms[row] = Dot(pivotRow, pivotRow);
        for (var i = 0; i < RowCount; i++)
        {
            if (i != row && Math.Abs(column[i]) > 1e-14)
            {
                AddMultiple(inverse[i], pivotRow, -column[i]);
                norms[i] = Math.Max(Dot(inverse[i], inverse[i]), 1e-12);
                Work += 2L * RowCount;
            }
        }

        stepsSinceInversion++;
    }

    /// <summary>Computes the inverse afresh: from the rows' own variables, each column of the basis is exchanged in at its largest pivot.</summary>
    private void Invert()
    {
        var wanted = basis.Where(j => j < n).Order().ToArray();
        var isKept = new bool[RowCount];
        foreach (var j in basis.Where(j => j >= n))
        {
            isKept[j - n] = true;
        }

        for (var i = 0; i < RowCount; i++)
        {
            basisRow[basis[i]] = -1;
        }

        for (var i = 0; i < RowCount; i++)
        {
            Array.Clear(inverse[i]);
            inverse[i][i] = -1;
            norms[i] = 1;
            basis[i] = n + i;
        }

        for (var i = 0; i < RowCount; i++)
        {
            basisRow[n + i] = i;
        }

        foreach (var j in wanted)
        {
            var column = new double[RowCount];
            var best = -1;
            for (var i = 0; i < RowCount; i++)
            {
                column[i] = Along(j, inverse[i]);
                if (basis[i] >= n && !isKept[i] && (best < 0 || Math.Abs(column[i]) > Math.Abs(column[best])))
                {
                    best = i;
                }
            }

            if (best >= 0 && Math.Abs(column[best]) > 1e-9)
            {
                Pivot(best, j, column);
            }
        }

        stepsSinceInversion = 0;
    }
}
