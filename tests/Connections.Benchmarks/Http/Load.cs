using System.Diagnostics;

namespace Connections.Benchmarks.Http;

/// <summary>Sends one request and waits for its answer.</summary>
/// <param name="visitor">Which of the connections it is.</param>
/// <param name="number">Which request of all.</param>
internal delegate Task<(int Status, int Bytes)> Ask(RawConnection connection, int visitor, int number);

/// <summary>Asks over a number of connections, each sending its next request when the last is answered.</summary>
internal static class Load
{
    public const int Connections = 16;

    private const int ReadsToWarmUp = 20_000;
    private const int WritesToWarmUp = 3_000;

    /// <summary>The compiler is done with the code when two rounds one after the other cost hardly less than the cheapest before.</summary>
    private const int RoundsWithoutGain = 2;

    private const double HardlyLess = 0.97;

    private const int MostRounds = 12;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(8);

    /// <param name="pathOf">The path of the n-th request.</param>
    public static Task<LoadResult> ReadAsync(string name, ServerProcess server, Func<int, string> pathOf) =>
        RunAsync(name, server, (connection, _, number) => connection.GetAsync(pathOf(number)), status: 200, ReadsToWarmUp);

    /// <summary>Posts forms; each is answered by being sent on to another page.</summary>
    public static Task<LoadResult> WriteAsync(string name, ServerProcess server, Ask ask) => RunAsync(name, server, ask, status: 302, WritesToWarmUp);

    private static async Task<LoadResult> RunAsync(string name, ServerProcess server, Ask ask, int status, int fewestToWarmUp)
    {
        var number = -1;
        await WarmUpAsync();
        var processor = server.ProcessorTime;
        var samples = await SpinAsync(server.Port, Next, status, Measured);
        processor = server.ProcessorTime - processor;
        var times = samples.SelectMany(s => s.Times).Order().ToArray();
        var bytes = samples.Sum(s => s.Bytes);
        return new LoadResult(name, times.Length / Measured.TotalSeconds, times[times.Length / 2], times[(int)(times.Length * 0.95)], processor.TotalMicroseconds / times.Length, (int)(bytes / times.Length));

        async Task WarmUpAsync()
        {
            var cheapest = double.MaxValue;
            for (var (round, since) = (0, 0); round < MostRounds && (since < RoundsWithoutGain || number < fewestToWarmUp); round++)
            {
                var (before, asked) = (server.ProcessorTime, number);
                await SpinAsync(server.Port, Next, status, WarmUp);
                var cost = (server.ProcessorTime - before).TotalMicroseconds / (number - asked);
                since = cost < HardlyLess * cheapest ? 0 : since + 1;
                cheapest = Math.Min(cost, cheapest);
            }
        }

        Task<(int Status, int Bytes)> Next(RawConnection connection, int visitor) => ask(connection, visitor, Interlocked.Increment(ref number));
    }

    private static Task<(List<double> Times, long Bytes)[]> SpinAsync(int port, Func<RawConnection, int, Task<(int Status, int Bytes)>> next, int expected, TimeSpan length)
    {
        var until = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        return Task.WhenAll(Enumerable.Range(0, Connections).Select(visitor => Task.Run(async () =>
        {
            using var connection = await RawConnection.OpenAsync(port);
            var times = new List<double>(10_000);
            var bytes = 0L;
            while (Stopwatch.GetTimestamp() < until)
            {
                var began = Stopwatch.GetTimestamp();
                var (status, size) = await next(connection, visitor);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                bytes += size;
                if (status != expected)
                {
                    throw new InvalidOperationException($"{status} was answered where {expected} was expected:\n{connection.Read()[..Math.Min(4000, connection.Read().Length)]}");
                }
            }

            return (times, bytes);
        })));
    }
}
