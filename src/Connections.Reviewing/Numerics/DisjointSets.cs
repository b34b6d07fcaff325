namespace Connections.Reviewing.Numerics;

/// <summary>Which of n things hang together, directly or through others (union–find).</summary>
public sealed class DisjointSets
{
    private readonly int[] parent;

    public DisjointSets(int n)
    {
        parent = Enumerable.Range(0, n).ToArray();
        Count = n;
    }

    /// <summary>The number of separate sets.</summary>
    public int Count { get; private set; }

    /// <summary>The representative of x: the same for everything that hangs together with x.</summary>
    public int Find(int x)
    {
        while (parent[x] != x)
        {
            parent[x] = parent[parent[x]];
            x = parent[x];
        }

        return x;
    }

    public void Join(int x, int y)
    {
        var (a, b) = (Find(x), Find(y));
        if (a != b)
        {
            parent[Math.Max(a, b)] = Math.Min(a, b);
            Count--;
        }
    }
}
