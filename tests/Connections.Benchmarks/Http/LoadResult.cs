namespace Connections.Benchmarks.Http;

/// <param name="ServerMicroseconds">Time of the server's processor for one answer: what other work on the machine changes least.</param>
/// <param name="Bytes">Mean size of an answer.</param>
internal sealed record LoadResult(string Name, double PerSecond, double P50, double P95, double ServerMicroseconds, int Bytes);
