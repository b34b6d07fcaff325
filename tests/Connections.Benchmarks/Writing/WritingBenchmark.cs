using System.Globalization;
using System.Text.RegularExpressions;
using Connections.Benchmarks.Directory;
using Connections.Benchmarks.Http;
using Connections.Data;
using Connections.Domain.Calls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Benchmarks.Writing;

/// <summary>Two things that write: somebody subscribes, and a reviewer saves a review. Real forms with their protection, over
/// the demonstration data and ten thousand listings more, on SQLite, with mail sent into a folder meanwhile. The portal runs
/// in its Development settings, because only there can a reviewer be signed in without a phone.</summary>
internal static partial class WritingBenchmark
{
    private const string Call = "connections-fund-2026";

    public static async Task RunAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("connections-bench-").FullName;
        try
        {
            var connection = $"Data Source={Path.Combine(folder, "bench.db")};Foreign Keys=True;Default Timeout=30";
            await using (await ServerProcess.DemonstrationAsync(connection, folder))
            {
                // Imports the demonstration, once.
            }

            await FilledDatabase.CreateAsync(connection);
            await OpenReviewingAgainAsync(connection);
            var results = new List<LoadResult>();
            await using (var portal = await ServerProcess.DemonstrationAsync(connection, folder))
            {
                results.Add(await SubscribeAsync(portal));
                results.Add(await SaveReviewAsync(portal));
            }

            await LoadTable.PrintAsync([.. results.Select(r => (r, true))]);
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The demonstration's call is decided; its panel gets its pile back, with nothing written.</summary>
    private static async Task OpenReviewingAgainAsync(string connection)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Default", connection)]).Build();
        await using var services = FilledDatabase.Services(configuration);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ConnectionsDbContext>();
        await db.Reviews.ExecuteDeleteAsync();
        await db.Calls.Where(c => c.Slug == Call).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.Status, CallStatus.Closed).SetProperty(c => c.ReviewingEndedAt, (DateTimeOffset?)null));
    }

    private static async Task<LoadResult> SubscribeAsync(ServerProcess portal)
    {
        using var reader = await RawConnection.OpenAsync(portal.Port);
        var form = (await FilledForm.ReadAsync(reader, "/subscribe?topic=living", "form.subscribe-form")).Set("Input.Agrees", "true");
        return await Load.WriteAsync("subscribe", portal, (connection, _, number) =>
        {
            connection.Cookies = form.Cookies;
            return connection.PostAsync("/subscribe", form.Encode(("Input.Email", $"reader-{number}@example.org")));
        });
    }

    private static async Task<LoadResult> SaveReviewAsync(ServerProcess portal)
    {
        using var reviewer = await RawConnection.OpenAsync(portal.Port);
        var link = new Uri(Link().Match(await portal.SaidAsync("Sign in once as reviewer")).Value);
        await reviewer.GetAsync(link.PathAndQuery);
        reviewer.Cookies = CookieJar.Add(reviewer.Cookies, reviewer.Read());
        await reviewer.GetAsync($"/staff/grants/{Call}/reviews");
        var references = Reference().Matches(reviewer.Read()).Select(m => m.Groups["reference"].Value).Distinct().ToList();
        if (references.Count < Load.Connections)
        {
            throw new InvalidOperationException($"The reviewer's pile has {references.Count} applications; {Load.Connections} are needed, one for each connection.");
        }

        var pages = new List<OpenReview>();
        foreach (var reference in references.Take(Load.Connections))
        {
            var path = $"/staff/grants/{Call}/reviews/{reference}";
            pages.Add(new OpenReview(path, await FilledForm.ReadAsync(reviewer, path, "form#scores")));
        }

        return await Load.WriteAsync("save a review", portal, (connection, visitor, number) => pages[visitor].SaveAsync(connection, number));
    }

    [GeneratedRegex(@"http://\S+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"/reviews/(?<reference>[A-Z0-9-]+)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reference();

    /// <summary>One application on the reviewer's desk, saved again and again, as somebody does who writes for an hour.</summary>
    private sealed class OpenReview(string path, FilledForm form)
    {
        private const int Criteria = 5;
        private int version = -1;

        public async Task<(int Status, int Bytes)> SaveAsync(RawConnection connection, int number)
        {
            var fields = new List<(string, string)> { ("Input.Version", version < 0 ? "" : version.ToString(CultureInfo.InvariantCulture)), ("Input.Note", $"Looked at again, {number}.") };
            for (var i = 0; i < Criteria; i++)
            {
                fields.Add(($"Input.Judged[{i}].Score", $"{1 + ((number + i) % 5)}"));
                fields.Add(($"Input.Judged[{i}].Reason", "The plan names who does what and by when, the partners have written, and the costs are those of the place."));
            }

            connection.Cookies = form.Cookies;
            var answer = await connection.PostAsync(path, form.Encode([.. fields]));
            version++;
            return answer;
        }
    }
}
