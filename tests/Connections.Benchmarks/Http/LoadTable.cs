namespace Connections.Benchmarks.Http;

/// <summary>Prints results, each beside a bare server of the same kind that gives back as many bytes from memory.</summary>
internal static class LoadTable
{
    /// <param name="isWrite">Whether the bare server is sent a form and answers by sending on, as the portal does.</param>
    public static async Task PrintAsync(IReadOnlyList<(LoadResult Result, bool IsWrite)> results)
    {
        Console.WriteLine($"{"",-32}{"requests/s",12}{"p50 ms",10}{"p95 ms",10}{"server µs",12}{"bytes",10}{"bare/s",12}{"share",8}");
        foreach (var (result, isWrite) in results)
        {
            await using var bare = await ServerProcess.StaticAsync(result.Bytes, isWrite ? 302 : 200);
            var same = isWrite
                ? await Load.WriteAsync("", bare, (connection, _, _) => connection.PostAsync("/", "name=value"))
                : await Load.ReadAsync("", bare, _ => "/");
            Console.WriteLine($"{result.Name,-32}{result.PerSecond,12:N0}{result.P50,10:F1}{result.P95,10:F1}{result.ServerMicroseconds,12:F0}{result.Bytes,10:N0}{same.PerSecond,12:N0}{result.PerSecond / same.PerSecond,8:P0}");
        }
    }
}
