namespace Connections.Reviewing.Ranking;

/// <summary>Ranks n numbers, largest first, in time proportional to n: buckets first, then a short insertion sort.</summary>
/// <remarks>Sorting 400 values 200,000 times is the costliest step of a ranking; this does it six times faster than a general sort.</remarks>
internal sealed class RankOrder(int n)
{
    private readonly int[] starts = new int[2 * n + 1];
    private readonly int[] bucketOf = new int[n];
    private readonly int[] sorted = new int[n];

    /// <summary>Adds one to <c>counts[i·n + rank − 1]</c> for every i, where rank 1 is the largest value.</summary>
    public void Count(double[] values, int[] counts)
    {
        double low = values[0], high = values[0];
        for (var i = 1; i < n; i++)
        {
            low = Math.Min(low, values[i]);
            high = Math.Max(high, values[i]);
        }

        var buckets = 2 * n;
        var scale = high > low ? (buckets - 1) / (high - low) : 0;
        Array.Clear(starts);
        for (var i = 0; i < n; i++)
        {
            var bucket = (int)((high - values[i]) * scale);
            bucketOf[i] = bucket;
            starts[bucket + 1]++;
        }

        for (var b = 1; b <= buckets; b++)
        {
            starts[b] += starts[b - 1];
        }

        for (var i = 0; i < n; i++)
        {
            sorted[starts[bucketOf[i]]++] = i;
        }

        for (var p = 0; p < n; p++)
        {
            var moving = sorted[p];
            var q = p;
            while (q > 0 && values[sorted[q - 1]] < values[moving])
            {
                sorted[q] = sorted[q - 1];
                q--;
            }

            sorted[q] = moving;
        }

        for (var rank = 0; rank < n; rank++)
        {
            counts[sorted[rank] * n + rank]++;
        }
    }
}
