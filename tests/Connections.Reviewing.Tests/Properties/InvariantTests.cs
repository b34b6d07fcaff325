using System.Text;
using Connections.Reviewing.Assignment;
using Connections.Reviewing.Draws;
using Connections.Reviewing.Equity;
using Connections.Reviewing.Numerics;
using Connections.Reviewing.Ranking;
using Connections.Reviewing.Records;
using Connections.Reviewing.Reliability;
using Connections.Reviewing.Tests.Assignment;
using FsCheck;
using FsCheck.Fluent;

namespace Connections.Reviewing.Tests.Properties;

/// <summary>What must hold for every input, tried on inputs nobody chose.</summary>
public sealed class InvariantTests
{
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(12);
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(200);

    [Fact]
    public void A_ranking_does_not_depend_on_the_order_of_rows_or_on_a_constant() => Check(Few, seed =>
    {
        var scores = Scores(seed, applications: 7, reviewers: 3);
        var shuffled = Shuffle(scores, seed);
        var raised = scores.Select(s => s with { Value = s.Value + 137.25 }).ToArray();

        var ranking = Rank(scores, 1);
        var again = Rank(shuffled, 1);
        var higher = Rank(raised, 138.25);

        return ranking.Applications.SequenceEqual(again.Applications)
            && ranking.Reviewers.SequenceEqual(again.Reviewers)
            && ranking.Applications.Zip(higher.Applications).All(x => x.First with { Mean = 0 } == x.Second with { Mean = 0 });
    });

    [Fact]
    public void Expected_ranks_add_up_and_equal_rows_are_exact_ties() => Check(Few, seed =>
    {
        var scores = Scores(seed, applications: 6, reviewers: 3).ToList();
        scores.AddRange(scores.Where(s => s.Application == "a0").Select(s => s with { Application = "twin" }).ToArray());

        var ranking = Rank(scores, 1);
        var pair = ranking.Applications.Where(a => a.Application is "a0" or "twin").Select(a => a with { Application = "" }).ToArray();

        return Math.Abs(ranking.Applications.Sum(a => a.ExpectedRank) - 28) < 1e-6
            && pair.Distinct().Count() == 1
            && ranking.Applications.All(a => a.Rank05 <= a.Rank25 && a.Rank25 <= a.Rank75 && a.Rank75 <= a.Rank95)
            && ranking.Applications.Count(a => a.Group == FundingGroup.Fund) <= 3;
    });

    [Fact]
    public void A_plan_keeps_every_promise_and_its_bounds_whatever_the_order() => Check(Few, seed =>
    {
        var call = Calls.Random(8, 7, 2, 4, seed, (int)(seed % 3)).WithRules(seed);
        var answer = AssignReviewers.Solve(call);
        var again = AssignReviewers.Solve(call with
        {
            Applications = Shuffle(call.Applications, seed), Reviewers = Shuffle(call.Reviewers, seed + 1), Affinities = Shuffle(call.Affinities, seed + 2),
        });
        if (answer.Plan is not { } plan)
        {
            return answer.Clash!.Explanation == again.Clash!.Explanation;
        }

        Calls.AssertKeeps(call, plan);
        return plan.Pairs.SequenceEqual(again.Plan!.Pairs) && plan.Minimum <= plan.MinimumBound + 1e-9 && plan.Total <= plan.TotalBound + 1e-9;
    });

    [Fact]
    public void Renaming_in_order_renames_the_plan_and_nothing_else() => Check(Few, seed =>
    {
        var call = Calls.Random(6, 5, 2, 4, seed, 1);
        static string New(string id) => "x-" + id;
        var renamed = call with
        {
            Applications = [.. call.Applications.Select(a => a with { Id = New(a.Id) })],
            Reviewers = [.. call.Reviewers.Select(r => r with { Id = New(r.Id) })],
            Affinities = [.. call.Affinities.Select(s => new Affinity(New(s.Application), New(s.Reviewer), s.Value))],
        };

        var plan = AssignReviewers.Solve(call).Plan!;

        return plan.Pairs.Select(p => new ReviewPair(New(p.Application), New(p.Reviewer))).SequenceEqual(AssignReviewers.Solve(renamed).Plan!.Pairs);
    });

    [Fact]
    public void Tickets_depend_on_nobody_else() => Check(Many, seed =>
    {
        var random = new SeededRandom(seed);
        var entrants = Enumerable.Range(0, 2 + random.NextIndex(20)).Select(i => $"e{i}").ToArray();
        var without = entrants.Where(e => e != entrants[random.NextIndex(entrants.Length)]).ToArray();
        var randomness = Encoding.UTF8.GetBytes($"round {seed}");

        var all = VerifiableDraw.Tickets(VerifiableDraw.Link("s", 3), randomness, Shuffle(entrants, seed)).Select(t => t.Entrant).ToArray();
        var fewer = VerifiableDraw.Tickets(VerifiableDraw.Link("s", 3), randomness, without).Select(t => t.Entrant);

        return all.Where(without.Contains).SequenceEqual(fewer);
    });

    [Fact]
    public void Lotteries_give_out_exactly_the_places_and_never_less_for_more_merit() => Check(Many, seed =>
    {
        var random = new SeededRandom(seed);
        var merits = Enumerable.Range(0, 3 + random.NextIndex(12)).Select(_ => Math.Round(random.NextUniform() * 10, 1)).ToArray();
        var places = 1 + random.NextIndex(merits.Length - 1);
        var linear = ClippedLinearLottery.Chances(merits, places, random.NextUniform() * 2);
        var intervals = merits.Select(m => (m - random.NextUniform(), m + random.NextUniform())).ToArray();
        var (merit, worst) = MeritLottery.Chances(intervals, places);

        return Math.Abs(linear.Sum() - places) < 1e-9
            && linear.All(p => p is >= 0 and <= 1)
            && merits.Zip(linear).OrderBy(x => x.First).ThenBy(x => x.Second).Select(x => x.Second).ToArray() is var ordered
            && ordered.Zip(ordered.Skip(1)).All(x => x.First <= x.Second + 1e-12)
            && Math.Abs(merit.Sum() - places) < 1e-6
            && merit.All(p => p is >= 0 and <= 1)
            && worst >= (double)places * places / merits.Length - 1e-6;
    });

    [Fact]
    public void Merit_never_prefers_the_lower_interval_and_wastes_no_chance_below_the_surely_better() => Check(Many, seed =>
    {
        var random = new SeededRandom(seed);
        var ends = Enumerable.Range(0, 4 + random.NextIndex(20)).Select(_ => (A: random.NextIndex(9), B: random.NextIndex(9)));
        var intervals = ends.Select(e => (Low: (double)Math.Min(e.A, e.B), High: (double)Math.Max(e.A, e.B))).ToArray();
        var places = 1 + random.NextIndex(intervals.Length - 1);
        var order = Shuffle(Enumerable.Range(0, intervals.Length), seed);

        var (chances, _) = MeritLottery.Chances(intervals, places);
        var (shuffled, _) = MeritLottery.Chances([.. order.Select(i => intervals[i])], places);

        var pairs = from i in order from j in order select (i, j);
        return order.Select(i => chances[i]).SequenceEqual(shuffled)
            && pairs.All(p => intervals[p.i].Low < intervals[p.j].Low || intervals[p.i].High < intervals[p.j].High || chances[p.i] >= chances[p.j] - 1e-6)
            && pairs.All(p => intervals[p.i].Low <= intervals[p.j].High || chances[p.i] >= 1 - 1e-6 || chances[p.j] <= 1e-6);
    });

    [Fact]
    public void Agreement_does_not_depend_on_the_order_of_rows_and_is_at_most_one() => Check(Many, seed =>
    {
        var random = new SeededRandom(seed);
        var ratings = (from u in Enumerable.Range(0, 8) from r in Enumerable.Range(0, 4) where random.NextUniform() < 0.8 select new Rating($"u{u}", $"r{r}", 1 + random.NextIndex(5))).ToArray();
        if (ratings.Length == 0)
        {
            return true;
        }

        var (table, shuffled) = (new RatingTable(ratings), new RatingTable(Shuffle(ratings, seed)));
        return Enum.GetValues<Metric>().All(m => KrippendorffAlpha.Of(table, m) is var alpha && alpha == KrippendorffAlpha.Of(shuffled, m) && (alpha is null || alpha <= 1))
            && GwetAgreement.Coefficient(table, AgreementWeights.Linear) == GwetAgreement.Coefficient(shuffled, AgreementWeights.Linear);
    });

    [Fact]
    public void Intervals_hold_their_rate_and_differences_turn_round() => Check(Many, seed =>
    {
        var random = new SeededRandom(seed);
        Share Any()
        {
            var size = 1 + random.NextIndex(80);
            return new Share(random.NextIndex(size + 1), size);
        }

        var (a, b) = (Any(), Any());
        var wilson = Proportions.Wilson(a);
        var (there, back) = (Proportions.Newcombe(a, b), Proportions.Newcombe(b, a));
        return wilson.Low <= a.Rate && a.Rate <= wilson.High && wilson is { Low: >= 0, High: <= 1 }
            && Math.Abs(there.Low + back.High) < 1e-12
            && Proportions.Fisher(a, b) is > 0 and <= 1
            && Math.Abs(Proportions.Fisher(a, b) - Proportions.Fisher(b, a)) < 1e-9;
    });

    [Fact]
    public void The_normal_distribution_is_exact_to_nine_decimals() => Check(Many, seed =>
    {
        var x = new SeededRandom(seed).NextNormal() * 3;
        return Math.Abs(StandardNormal.Cumulative(x) - MathNet.Numerics.Distributions.Normal.CDF(0, 1, x)) < 1e-9
            && Math.Abs(StandardNormal.Cumulative(x) + StandardNormal.Cumulative(-x) - 1) < 1e-15;
    });

    [Fact]
    public void Normal_numbers_have_the_right_moments_and_tails()
    {
        var random = new SeededRandom(7);
        var numbers = Enumerable.Range(0, 1_000_000).Select(_ => random.NextNormal()).ToArray();

        Assert.Equal(0, numbers.Average(), 0.004);
        Assert.Equal(1, numbers.Average(x => x * x), 0.006);
        Assert.Equal(3, numbers.Average(x => x * x * x * x), 0.05);
        Assert.Equal(5.76e-4, numbers.Average(x => Math.Abs(x) > 3.442619855899 ? 1.0 : 0), 1e-4);
        Assert.Equal(0.3829, numbers.Average(x => Math.Abs(x) < 0.5 ? 1.0 : 0), 0.002);
    }

    [Fact]
    public void The_library_refers_to_nothing_but_the_base_library_and_MathNet()
    {
        var foreign = typeof(ReviewVerbs).Assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name != "MathNet.Numerics" && name != "netstandard");

        Assert.Empty(foreign);
    }

    private static void Check(Config config, Func<ulong, bool> holds) =>
        Prop.ForAll<uint>(seed => holds(seed + 1UL)).Check(config);

    private static CalibratedRanking Rank(IReadOnlyCollection<Score> scores, double lowest) =>
        RankApplications.From(scores, new RankingOptions { Scale = new ScoreScale(lowest, lowest + 5), Places = 3 });

    private static Score[] Scores(ulong seed, int applications, int reviewers)
    {
        var random = new SeededRandom(seed);
        return [.. from a in Enumerable.Range(0, applications)
                   from r in Enumerable.Range(0, reviewers)
                   where r == 0 || random.NextUniform() < 0.8
                   select new Score($"a{a}", $"r{r}", 1 + random.NextIndex(6))];
    }

    private static T[] Shuffle<T>(IEnumerable<T> items, ulong seed)
    {
        var random = new SeededRandom(seed + 17);
        return [.. items.Select(item => (item, Key: random.NextUniform())).OrderBy(x => x.Key).Select(x => x.item)];
    }
}
