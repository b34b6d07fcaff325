using System.Diagnostics;
using Connections.Benchmarks.Http;
using Connections.Data.Listings.Search;
using Connections.Domain.Directory;

namespace Connections.Benchmarks.Directory;

/// <summary>Search and listing pages over ten thousand listings: the index alone in this process, then whole pages through the
/// portal in its own process, each beside a bare server that sends the same number of bytes from memory.</summary>
internal static class DirectoryBenchmark
{
    public static async Task RunAsync()
    {
        MeasureIndex();
        var folder = System.IO.Directory.CreateTempSubdirectory("connections-bench-").FullName;
        try
        {
            var connection = $"Data Source={Path.Combine(folder, "bench.db")};Foreign Keys=True;Default Timeout=30";
            await FilledDatabase.CreateAsync(connection);
            await MeasurePagesAsync(connection, folder);
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static void MeasureIndex()
    {
        var names = new DirectoryNames(
            Enum.GetValues<OrganisationKind>().ToDictionary(k => k, k => k.ToString()),
            SyntheticDirectory.Known.Countries.ToDictionary(c => c),
            SyntheticDirectory.Known.Languages.ToDictionary(l => l),
            new Dictionary<string, string>());
        var cards = SyntheticDirectory.Listings(DateTimeOffset.UtcNow)
            .Select(l => new DirectoryCard(l.Id, l.Slug!, l.Content, l.State, l.ConfirmedAt!.Value, l.Location, IsDemonstration: true)).ToList();
        var index = DirectoryIndex.Of(cards, names);
        var began = Stopwatch.GetTimestamp();
        index = DirectoryIndex.Of(cards, names);
        Console.WriteLine($"directory: index of {index.Count:N0} listings made from nothing in {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms");
        began = Stopwatch.GetTimestamp();
        index = index.With([cards[17]], names);
        Console.WriteLine($"directory: index made again after one change in {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms");

        const int Searches = 20_000;
        var times = new double[Searches];
        var corrected = 0;
        for (var n = -2000; n < Searches; n++)
        {
            var (text, country) = DirectorySearches.Nth(n + 2000);
            began = Stopwatch.GetTimestamp();
            var results = index.Search(new DirectoryQuery(text, Countries: [country]));
            if (n >= 0)
            {
                times[n] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
                corrected += results.Corrections.Count;
            }
        }

        Array.Sort(times);
        Console.WriteLine($"directory: one search (mistake, country, facet counts) in this process: p50 {times[Searches / 2]:F0} µs, p95 {times[(int)(Searches * 0.95)]:F0} µs; {100.0 * corrected / Searches:F0} % had a word corrected");
    }

    private static async Task MeasurePagesAsync(string connection, string folder)
    {
        var results = new List<LoadResult>();
        await using (var portal = await ServerProcess.PortalAsync(connection, folder))
        {
            results.Add(await Load.ReadAsync("search, never the same twice", portal, DirectorySearches.Path));
            results.Add(await Load.ReadAsync("search, as visitors ask", portal, DirectorySearches.AsVisitorsAsk()));
            results.Add(await Load.ReadAsync("search, kept page", portal, _ => "/directory?q=choir&country=AU"));
            results.Add(await Load.ReadAsync("listing, any of them", portal, n => $"/directory/listing-{n * 7919L % SyntheticDirectory.Size}"));
            results.Add(await Load.ReadAsync("listing, kept page", portal, _ => "/directory/listing-4711"));
            results.Add(await Load.ReadAsync("home page, kept", portal, _ => "/"));
        }

        await LoadTable.PrintAsync([.. results.Select(r => (r, false))]);
    }
}
