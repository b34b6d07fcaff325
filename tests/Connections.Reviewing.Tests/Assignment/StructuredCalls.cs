using Connections.Reviewing.Assignment;
using Connections.Reviewing.Numerics;

namespace Connections.Reviewing.Tests.Assignment;

/// <summary>Calls whose affinities look like real ones: few subjects, many nearly equal values, wanted reviewers who are scarce.</summary>
public static class StructuredCalls
{
    /// <summary>A call in which all places together are exactly enough, or exceed the demand by a share.</summary>
    public static AssignmentCall Make(string kind, int applications, int reviewers, int demand, ulong seed, double spare = 0)
    {
        var random = new SeededRandom(seed);
        var subjects = Mixtures(random, applications, 3);
        var knowledge = Mixtures(random, reviewers, 5);
        var standing = Enumerable.Range(0, reviewers).Select(_ => random.NextUniform()).ToArray();
        var table = Enumerable.Range(0, reviewers).Select(r => Enumerable.Range(0, applications).Select(a =>
        {
            var fit = subjects[a].Zip(knowledge[r], (x, y) => x * y).Sum();
            return kind switch
            {
                "topics" => fit,
                "rounded topics" => Math.Round(fit * 20) / 20,
                "few subjects" => subjects[a].Take(2).Zip(knowledge[r], (x, y) => x * y).Sum() + 0.1 * subjects[a][2] * knowledge[r][3],
                "wanted reviewers" => Math.Round(20 * standing[r] * (0.5 + 0.5 * random.NextUniform())) / 20,
                "standing alone" => Math.Round(standing[r], 2),
                "squeezed" => standing[r] * (0.5 + 0.5 * random.NextUniform()),
                "few able" => a % 10 < 3 && r % 5 > 0 ? 0.15 * random.NextUniform() : 0.3 + 0.7 * random.NextUniform(),
                _ => random.NextIndex(6),
            };
        }).ToArray()).ToArray();
        var places = (int)Math.Ceiling(applications * demand * (1 + spare));
        return Calls.From(
            table,
            Enumerable.Repeat(demand, applications).ToArray(),
            new int[reviewers],
            [.. Enumerable.Range(0, reviewers).Select(r => places / reviewers + (r < places % reviewers ? 1 : 0))]);
    }

    private static double[][] Mixtures(SeededRandom random, int count, int parts) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        var shares = new double[10];
        for (var k = 0; k < parts; k++)
        {
            shares[random.NextIndex(10)] += random.NextUniform();
        }

        return shares.Select(x => x / shares.Sum()).ToArray();
    })];
}
