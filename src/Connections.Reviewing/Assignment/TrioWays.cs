using System.Numerics;

namespace Connections.Reviewing.Assignment;

/// <summary>All ways to share up to nine places out among three who take up to three each: 1,680 at most.</summary>
/// <remarks>A set of places is a number in base two: place i is in it when bit i is set.</remarks>
internal sealed class TrioWays
{
    private static readonly TrioWays[] Known = [.. Enumerable.Range(0, 27).Select(k => new TrioWays(1 + k / 9, 1 + k / 3 % 3, 1 + k % 3))];

    private TrioWays(int first, int second, int third)
    {
        var every = Enumerable.Range(0, 1 << (first + second + third)).ToArray();
        int[] Of(int size) => [.. every.Where(some => BitOperations.PopCount((uint)some) == size)];
        All = every[^1];
        Small = [.. every.Where(some => BitOperations.PopCount((uint)some) is > 0 and <= 3)];
        Shares = Of(first);
        Others = [.. Shares.Select(share => Of(second).Where(other => (share & other) == 0).ToArray())];
    }

    /// <summary>The set of all places.</summary>
    public int All { get; }

    /// <summary>All sets of three places or fewer, but the empty one, ascending.</summary>
    public int[] Small { get; }

    /// <summary>What the first may take.</summary>
    public int[] Shares { get; }

    /// <summary>For each share of the first, what the second may take beside it. The third takes the rest.</summary>
    public int[][] Others { get; }

    /// <summary>The ways with so many places for each, one to three.</summary>
    public static TrioWays Of(int first, int second, int third) => Known[9 * (first - 1) + 3 * (second - 1) + third - 1];
}
