namespace Connections.Benchmarks.Directory;

/// <summary>Searches as visitors type them: a town with a mistake in it, and a country ticked.</summary>
internal static class DirectorySearches
{
    /// <summary>The n-th search; none comes twice within half a million.</summary>
    public static (string Text, string Country) Nth(int n)
    {
        var town = SyntheticDirectory.Towns[n % SyntheticDirectory.Towns.Count];
        var second = SyntheticDirectory.Towns[n / SyntheticDirectory.Towns.Count % SyntheticDirectory.Towns.Count];
        return ($"{Misspelt(town, n)} {second[..2]}", SyntheticDirectory.CountryCodes[n % 8]);
    }

    public static string Path(int n)
    {
        var (text, country) = Nth(n);
        return $"/directory?q={Uri.EscapeDataString(text)}&country={country}";
    }

    /// <summary>Few searches are asked often and many seldom: rank r about 1/r as often as the first.</summary>
    public static Func<int, string> AsVisitorsAsk()
    {
        var random = new Random(7);
        var order = Enumerable.Range(0, 1 << 20).Select(_ => (int)Math.Exp(random.NextDouble() * Math.Log(20_000))).ToArray();
        return n => Path(order[n & (order.Length - 1)]);
    }

    private static string Misspelt(string town, int n)
    {
        var at = 1 + (n % (town.Length - 2));
        return (n % 3) switch
        {
            0 => town.Remove(at, 1),
            1 => town.Insert(at, "x"),
            _ => string.Concat(town.AsSpan(0, at), town.AsSpan(at + 1, 1), town.AsSpan(at, 1), town.AsSpan(at + 2)),
        };
    }
}
