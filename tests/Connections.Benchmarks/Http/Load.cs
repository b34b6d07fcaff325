using System.Diagnostics;

namespace Connections.Benchmarks.Http;

/// <param name="ServerMicroseconds">Time of the server's processor for one answer: what other work on the machine changes least.</param>
/// <param name="Bytes">Mean size of an answer.</param>
internal sealed record LoadResult(string Name, double PerSecond, double P50, double P95, double ServerMicroseconds, int Bytes);

/// <summary>Asks over a number of connections, each sending its next request when the last is answered.</summary>
internal static class Load
{
    public const int Connections = 16;
    private const int FewestToWarmUp = 20_000;

    /// <param name="pathOf">The path of the n-th request.</param>
    public static async Task<LoadResult> RunAsync(string name, ServerProcess server, Func<int, string> pathOf, TimeSpan warmUp, TimeSpan measured)
    {
        var number = -1;
        // Until the compiler has seen the code often enough to be done with it.
        while (number < FewestToWarmUp)
        {
            await SpinAsync(server.Port, () => pathOf(Interlocked.Increment(ref number)), warmUp);
        }

        var processor = server.ProcessorTime;
        var samples = await SpinAsync(server.Port, () => pathOf(Interlocked.Increment(ref number)), measured);
        processor = server.ProcessorTime - processor;
        var times = samples.SelectMany(s => s.Times).Order().ToArray();
        var bytes = samples.Sum(s => s.Bytes);
        return new LoadResult(name, times.Length / measured.TotalSeconds, times[times.Length / 2], times[(int)(times.Length * 0.95)], processor.TotalMicroseconds / times.Length, (int)(bytes / times.Length));
    }

    private static Task<(List<double> Times, long Bytes)[]> SpinAsync(int port, Func<string> next, TimeSpan length)
    {
        var until = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        return Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            using var connection = await RawConnection.OpenAsync(port);
            var times = new List<double>(10_000);
            var bytes = 0L;
            while (Stopwatch.GetTimestamp() < until)
            {
                var path = next();
                var began = Stopwatch.GetTimestamp();
                var (status, size) = await connection.GetAsync(path);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                bytes += size;
                if (status != 200)
                {
                    throw new InvalidOperationException($"{path} answered {status}:\n{connection.Read()[..Math.Min(2000, connection.Read().Length)]}");
                }
            }

            return (times, bytes);
        })));
    }
}
