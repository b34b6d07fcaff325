namespace Connections.Reviewing.Numerics;

/// <summary>The Cholesky factor of a small symmetric positive definite matrix, and solutions with it.</summary>
/// <remarks>
/// Matrices are n × n, row by row in one array. The factor L (lower triangle, S = L·Lᵀ) replaces S in place. Nothing is
/// allocated: the grid of <see cref="Ranking.HyperGrid"/> calls this some ten thousand times per ranking.
/// </remarks>
public static class Cholesky
{
    /// <summary>Replaces S by L and returns log|S|; not a number when S is not positive definite.</summary>
    public static double Factorise(double[] matrix, int n)
    {
        var logDeterminant = 0.0;
        for (var i = 0; i < n; i++)
        {
            var row = i * n;
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[row + j];
                var other = j * n;
                for (var k = 0; k < j; k++)
                {
                    sum -= matrix[row + k] * matrix[other + k];
                }

                if (i == j)
                {
                    logDeterminant += Math.Log(sum);
                    matrix[row + i] = Math.Sqrt(sum);
                }
                else
                {
                    matrix[row + j] = sum / matrix[other + j];
                }
            }
        }

        return logDeterminant;
    }

    /// <summary>Replaces x by L⁻¹x.</summary>
    public static void SolveLower(double[] factor, int n, Span<double> x)
    {
        for (var i = 0; i < n; i++)
        {
            var sum = x[i];
            for (var k = 0; k < i; k++)
            {
                sum -= factor[i * n + k] * x[k];
            }

            x[i] = sum / factor[i * n + i];
        }
    }

    /// <summary>Replaces x by L⁻ᵀx.</summary>
    public static void SolveUpper(double[] factor, int n, Span<double> x)
    {
        for (var i = n - 1; i >= 0; i--)
        {
            var sum = x[i];
            for (var k = i + 1; k < n; k++)
            {
                sum -= factor[k * n + i] * x[k];
            }

            x[i] = sum / factor[i * n + i];
        }
    }
}
