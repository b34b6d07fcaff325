using System.Diagnostics;
using Connections.Reviewing.Assignment;
using Connections.Reviewing.Numerics;
using Connections.Reviewing.Ranking;
using Connections.Reviewing.Reliability;

namespace Connections.Benchmarks.Reviewing;

/// <summary>The review engine's speed at the sizes it is promised for, and how close its assignments come to their bounds.</summary>
internal static class SpeedBenchmark
{
    public static Task RunAsync()
    {
        Console.WriteLine("reviewing: wall time of the second run of each (the first warms the compiler up)");
        Console.WriteLine();
        Console.WriteLine("| task | aim | time, s | processor, s | result |");
        Console.WriteLine("| --- | ---: | ---: | ---: | --- |");
        Assign("assign 65 × 12, 3 reviews", 0.2, Dense(65, 12, maxLoad: 20));
        Assign("assign 65 × 12, 3 reviews, tight loads", 0.2, Dense(65, 12, maxLoad: 17));
        Assign("assign 118 × 177 dense, 3 reviews, load 4", 10, Dense(118, 177, maxLoad: 4));
        Assign("assign 118 × 177 dense, 3 reviews, load 2 (no room)", 10, Dense(118, 177, maxLoad: 2));
        Assign("assign 200 × 200 dense, 3 reviews, load 3 (no room)", 60, Dense(200, 200, maxLoad: 3));
        Assign("assign 5,000 × 2,000, 100 affinities a reviewer", 60, Sparse(5_000, 2_000, each: 100, maxLoad: 9), warm: false);
        Rank("rank 65 × 12, 3 reviews, learned", 1, Scores(65, 12, reviews: 3));
        Rank("rank 400 × 9 fully crossed, learned", 5, Scores(400, 9, reviews: 9));
        Agree("agreement 120 × 4 on a fine scale, 500 samples", 2);
        AgreeByGwet("agreement 500 × 12, 6,000 different values", 5);
        Console.WriteLine();
        Console.WriteLine($"largest working set: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB");
        return Task.CompletedTask;
    }

    private static void Assign(string task, double aim, AssignmentCall call, bool warm = true) => Measure(task, aim, warm, () =>
    {
        var plan = AssignReviewers.Solve(call).Plan!;
        return $"minimum {plan.Minimum:F5} of {plan.MinimumBound:F5}, total {plan.Total:F4} of {plan.TotalBound:F4} (gap {1 - plan.Total / plan.TotalBound:P3})";
    });

    private static void Rank(string task, double aim, Score[] scores) => Measure(task, aim, warm: true, () =>
    {
        var ranking = RankApplications.From(scores, new RankingOptions { Scale = new ScoreScale(1, 6), Places = 11 });
        return $"line {ranking.Line:F2}, {ranking.Applications.Count(a => a.Group == FundingGroup.Fund)} funded, {ranking.Applications.Count(a => a.Group == FundingGroup.Draw)} in the draw";
    });

    /// <summary>Nearly every rating is a value of its own: what a unit costs must not grow with the values of all.</summary>
    private static void Agree(string task, double aim) => Measure(task, aim, warm: true, () =>
    {
        var random = new SeededRandom(4);
        var table = new RatingTable([.. from u in Enumerable.Range(0, 120) from r in Enumerable.Range(0, 4) select new Rating($"u{u}", $"r{r}", random.NextUniform() * 100)]);
        var interval = KrippendorffAlpha.Interval95(table, Metric.Ordinal, 500, seed: 1)!.Value;
        return $"alpha from {interval.Low:F3} to {interval.High:F3}";
    });

    private static void AgreeByGwet(string task, double aim) => Measure(task, aim, warm: true, () =>
    {
        var random = new SeededRandom(3);
        var table = new RatingTable([.. from u in Enumerable.Range(0, 500) from r in Enumerable.Range(0, 12) select new Rating($"u{u:000}", $"r{r:00}", random.NextNormal())]);
        return string.Join(", ", Enum.GetValues<AgreementWeights>().Select(weights => $"{weights} {GwetAgreement.Coefficient(table, weights):F3}"));
    });

    private static void Measure(string task, double aim, bool warm, Func<string> work)
    {
        if (warm)
        {
            work();
        }

        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var result = work();
        watch.Stop();
        processor = Process.GetCurrentProcess().TotalProcessorTime - processor;
        Console.WriteLine($"| {task} | {aim:F1} | {watch.Elapsed.TotalSeconds:F2} | {processor.TotalSeconds:F2} | {result} |");
    }

    private static AssignmentCall Dense(int applications, int reviewers, int maxLoad)
    {
        var random = new SeededRandom(1);
        return Call(applications, reviewers, maxLoad, [.. from a in Enumerable.Range(0, applications)
                                                         from r in Enumerable.Range(0, reviewers)
                                                         select new Affinity($"a{a:0000}", $"r{r:0000}", random.NextUniform())]);
    }

    private static AssignmentCall Sparse(int applications, int reviewers, int each, int maxLoad)
    {
        var random = new SeededRandom(1);
        var affinities = new List<Affinity>();
        for (var r = 0; r < reviewers; r++)
        {
            var known = new SortedSet<int>();
            while (known.Count < each)
            {
                known.Add(random.NextIndex(applications));
            }

            affinities.AddRange(known.Select(a => new Affinity($"a{a:0000}", $"r{r:0000}", random.NextUniform())));
        }

        return Call(applications, reviewers, maxLoad, affinities);
    }

    private static AssignmentCall Call(int applications, int reviewers, int maxLoad, IReadOnlyList<Affinity> affinities) => new(
        [.. Enumerable.Range(0, applications).Select(a => new ApplicationToReview($"a{a:0000}", 3))],
        [.. Enumerable.Range(0, reviewers).Select(r => new AvailableReviewer($"r{r:0000}", 0, maxLoad))],
        affinities,
        []);

    private static Score[] Scores(int applications, int reviewers, int reviews)
    {
        var random = new SeededRandom(3);
        var leniency = Enumerable.Range(0, reviewers).Select(_ => 0.6 * random.NextNormal()).ToArray();
        return [.. from a in Enumerable.Range(0, applications)
                   let standing = 0.8 * random.NextNormal()
                   from k in Enumerable.Range(0, reviews)
                   let r = (a * 5 + k * (1 + a % 3)) % reviewers
                   group (standing, r) by (a, r) into pair
                   select new Score($"a{pair.Key.a:000}", $"r{pair.Key.r:00}", Math.Clamp(3.5 + pair.First().standing + leniency[pair.Key.r] + 0.9 * random.NextNormal(), 1, 6))];
    }
}
