using Connections.Reviewing.Numerics;
using Connections.Reviewing.Ranking;

namespace Connections.Benchmarks.Reviewing;

/// <summary>How many of eleven awards go to the truly best eleven of 65 applications, by four ways of ranking.</summary>
/// <remarks>
/// Each run invents a call on a six-point scale: true standing ~ N(0, τ²), 12 reviewers with leniency ~ N(0, L²), three different
/// reviewers per application in even shares, a score = 3.5 + standing + leniency + N(0, s²), kept between 1 and 6 and rounded to a tenth,
/// as a weighted mean of several criteria is. Two tables: reviewers who judge fairly steadily, and noisier ones, with whom leniency is
/// a smaller part of what goes wrong; in both the best method gets about seven of eleven right.
/// Compared on the same scores: the plain mean; each reviewer's scores turned into z-scores; the published and the learned calibration.
/// Equal results share their places in equal parts. Every run has its own seed, so the table is the same each time.
/// </remarks>
internal static class BenefitSimulation
{
    private const int Runs = 300;
    private const int Applications = 65;
    private const int Reviewers = 12;
    private const int Reviews = 3;
    private const int Awards = 11;

    public static Task RunAsync()
    {
        Console.WriteLine($"reviewing-benefit: truly best {Awards} among the {Awards} awarded, mean of {Runs} invented calls of {Applications} × {Reviews} reviews (± standard error)");
        Print(new Setting("steadier reviewers", 0.6, 0.7));
        Print(new Setting("noisier reviewers", 0.8, 0.9));
        return Task.CompletedTask;
    }

    private static void Print(Setting setting)
    {
        Console.WriteLine();
        Console.WriteLine($"{setting.Name}: standing sd {setting.StandingSd:F1}, residual sd {setting.ResidualSd:F1}");
        Console.WriteLine();
        Console.WriteLine("| leniency sd | plain mean | z-scores | published | learned | learned − plain mean |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var leniency in (double[])[0, 0.3, 0.6, 1.0])
        {
            var runs = new double[Runs][];
            Parallel.For(0, Runs, run => runs[run] = Run(setting, leniency, (ulong)run + 1));
            var columns = Enumerable.Range(0, 4).Select(k => Describe(runs.Select(r => r[k])));
            Console.WriteLine($"| {leniency:F1} | {string.Join(" | ", columns)} | {Describe(runs.Select(r => r[3] - r[0]))} |");
        }
    }

    private static string Describe(IEnumerable<double> values)
    {
        var all = values.ToArray();
        var mean = all.Average();
        var error = Math.Sqrt(all.Sum(v => (v - mean) * (v - mean)) / (all.Length - 1) / all.Length);
        return $"{mean:F2} ± {error:F2}";
    }

    private static double[] Run(Setting setting, double leniencySd, ulong seed)
    {
        var random = new SeededRandom(seed);
        var standing = Enumerable.Range(0, Applications).Select(_ => setting.StandingSd * random.NextNormal()).ToArray();
        var leniency = Enumerable.Range(0, Reviewers).Select(_ => leniencySd * random.NextNormal()).ToArray();
        var scores = new List<Score>();
        foreach (var (application, reviewer) in Panels(random))
        {
            var score = 3.5 + standing[application] + leniency[reviewer] + setting.ResidualSd * random.NextNormal();
            scores.Add(new Score($"a{application:00}", $"r{reviewer:00}", Math.Clamp(Math.Round(score, 1), 1, 6)));
        }

        var best = Enumerable.Range(0, Applications).OrderByDescending(a => standing[a]).Take(Awards).ToHashSet();
        return
        [
            Right(best, Means(scores, s => s.Value)),
            Right(best, Means(scores, ZScores(scores))),
            Right(best, Calibrated(scores, learnsLeniency: false)),
            Right(best, Calibrated(scores, learnsLeniency: true)),
        ];
    }

    /// <summary>Three different reviewers for each application, loads as even as can be.</summary>
    private static IEnumerable<(int Application, int Reviewer)> Panels(SeededRandom random)
    {
        var load = new int[Reviewers];
        foreach (var a in Enumerable.Range(0, Applications))
        {
            foreach (var r in Enumerable.Range(0, Reviewers).Select(r => (r, Key: load[r] + random.NextUniform())).OrderBy(x => x.Key).Take(Reviews).Select(x => x.r).ToArray())
            {
                load[r]++;
                yield return (a, r);
            }
        }
    }

    private static double[] Means(List<Score> scores, Func<Score, double> value) =>
        [.. scores.GroupBy(s => s.Application).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Math.Round(g.Average(value), 9))];

    private static Func<Score, double> ZScores(List<Score> scores)
    {
        var own = scores.GroupBy(s => s.Reviewer).ToDictionary(g => g.Key, g =>
        {
            var mean = g.Average(s => s.Value);
            return (Mean: mean, Sd: Math.Sqrt(g.Average(s => (s.Value - mean) * (s.Value - mean))));
        });
        return s => own[s.Reviewer].Sd > 0 ? (s.Value - own[s.Reviewer].Mean) / own[s.Reviewer].Sd : 0;
    }

    private static double[] Calibrated(List<Score> scores, bool learnsLeniency)
    {
        var model = new CalibrationModel(new ScoreTable(scores, new ScoreScale(1, 6)));
        return [.. ExpectedRanks.Of(model, HyperGrid.Integrate(model, learnsLeniency)).Rank.Select(rank => -Math.Round(rank, 9))];
    }

    /// <summary>How many of the best are awarded; where equal merits straddle the last place, each has an equal share of what is left.</summary>
    private static double Right(HashSet<int> best, double[] merit)
    {
        var line = merit.OrderDescending().ElementAt(Awards - 1);
        var above = Enumerable.Range(0, merit.Length).Where(a => merit[a] > line).ToArray();
        var level = Enumerable.Range(0, merit.Length).Where(a => merit[a] == line).ToArray();
        return above.Count(best.Contains) + (Awards - above.Length) * (double)level.Count(best.Contains) / level.Length;
    }

    private sealed record Setting(string Name, double StandingSd, double ResidualSd);
}
