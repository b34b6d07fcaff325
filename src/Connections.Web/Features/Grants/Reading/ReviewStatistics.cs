using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Connections.Reviewing.Ranking;
using Connections.Reviewing.Reliability;
using Microsoft.Extensions.Caching.Memory;

namespace Connections.Web.Features.Grants.Reading;

/// <summary>The review engine's figures about scores, each worked out once for as long as somebody looks at them. What is
/// kept is found by the scores themselves, so a changed score is never answered with an older figure.</summary>
public sealed class ReviewStatistics(IMemoryCache cache)
{
    private const int BootstrapSamples = 1000;
    private const ulong Seed = 1;
    private static readonly TimeSpan KeptUnused = TimeSpan.FromHours(1);

    /// <returns>Null where there are no scores.</returns>
    public CalibratedRanking? Ranking(IReadOnlyCollection<Score> scores, RankingOptions options)
    {
        if (scores.Count == 0)
        {
            return null;
        }

        var requests = options.Budget?.Requests.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} {r.Value}") ?? [];
        var key = Fingerprint(
            [$"{options.Scale} {options.Mode} {options.Places} {options.Budget?.Amount} {options.Budget?.Policy}", .. requests, .. scores.Select(s => Line(s.Application, s.Reviewer, s.Value)).Order(StringComparer.Ordinal)]);
        return Kept("ranking", key, () => RankApplications.From(scores, options));
    }

    /// <summary>Krippendorff's ordinal alpha with its 95 % bootstrap interval.</summary>
    /// <returns>Null where no two ratings can be compared.</returns>
    public Agreement? Agreement(IReadOnlyCollection<Rating> ratings) =>
        Kept("agreement", Fingerprint(ratings.Select(r => Line(r.Unit, r.Rater, r.Value)).Order(StringComparer.Ordinal)), () =>
        {
            var table = new RatingTable(ratings);
            return KrippendorffAlpha.Of(table, Metric.Ordinal) is { } alpha && KrippendorffAlpha.Interval95(table, Metric.Ordinal, BootstrapSamples, Seed) is { } interval
                ? new Agreement(alpha, interval.Low, interval.High)
                : null;
        });

    private T Kept<T>(string what, string key, Func<T> workOut) =>
        cache.GetOrCreate((what, key), entry =>
        {
            entry.SlidingExpiration = KeptUnused;
            return new Lazy<T>(workOut);
        })!.Value;

    private static string Line(string application, string reviewer, double value) => string.Create(CultureInfo.InvariantCulture, $"{application}\t{reviewer}\t{value:R}");

    private static string Fingerprint(IEnumerable<string> lines) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
}

/// <param name="Alpha">1: perfect agreement; 0: chance.</param>
public sealed record Agreement(double Alpha, double Low, double High);
