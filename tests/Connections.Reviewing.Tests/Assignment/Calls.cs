using Connections.Reviewing.Assignment;
using Connections.Reviewing.Numerics;

namespace Connections.Reviewing.Tests.Assignment;

/// <summary>Assignment calls for tests.</summary>
public static class Calls
{
    /// <summary>A call from a table of reviewers (rows) by applications (columns).</summary>
    public static AssignmentCall From(double[][] table, int[] demand, int[] minLoad, int[] maxLoad) => new(
        [.. demand.Select((d, a) => new ApplicationToReview($"a{a:000}", d))],
        [.. maxLoad.Select((u, r) => new AvailableReviewer($"r{r:000}", minLoad[r], u))],
        [.. table.SelectMany((row, r) => row.Select((s, a) => new Affinity($"a{a:000}", $"r{r:000}", s)))],
        []);

    /// <summary>Random affinities with the given number of decimals.</summary>
    public static AssignmentCall Random(int applications, int reviewers, int demand, int maxLoad, ulong seed, int decimals = 12)
    {
        var random = new SeededRandom(seed);
        var table = Enumerable.Range(0, reviewers)
            .Select(_ => Enumerable.Range(0, applications).Select(_ => Math.Round(random.NextUniform(), decimals)).ToArray())
            .ToArray();
        return From(
            table,
            Enumerable.Repeat(demand, applications).ToArray(),
            new int[reviewers],
            Enumerable.Repeat(maxLoad, reviewers).ToArray());
    }

    /// <summary>Adds conflicts, languages, organisations and communities at random.</summary>
    public static AssignmentCall WithRules(this AssignmentCall call, ulong seed)
    {
        var random = new SeededRandom(seed);
        string[] languages = ["en", "gd", "pt"];
        return call with
        {
            Applications = [.. call.Applications.Select(a => a with
            {
                Language = languages[random.NextIndex(3)], Organisation = $"o{random.NextIndex(3)}", Communities = [$"c{random.NextIndex(3)}"],
            })],
            Reviewers = [.. call.Reviewers.Select(r => r with
            {
                Languages = ["en", languages[random.NextIndex(3)]], Organisation = $"o{random.NextIndex(4)}", Communities = [$"c{random.NextIndex(3)}"],
            })],
            Conflicts = [.. from a in call.Applications from r in call.Reviewers where random.NextUniform() < 0.15 select new ReviewPair(a.Id, r.Id)],
        };
    }

    /// <summary>Every promise about a plan, checked from the call alone.</summary>
    public static void AssertKeeps(AssignmentCall call, AssignmentPlan plan)
    {
        var reviewer = call.Reviewers.ToDictionary(r => r.Id);
        Assert.Equal(plan.Pairs.Count, plan.Pairs.Distinct().Count());
        Assert.Empty(plan.Pairs.Intersect(call.Conflicts));
        Assert.Empty(call.Fixed.Except(plan.Pairs));
        foreach (var r in call.Reviewers)
        {
            Assert.InRange(plan.Pairs.Count(p => p.Reviewer == r.Id), r.MinLoad, r.MaxLoad);
        }

        foreach (var a in call.Applications.Where(a => !call.Anchors.Contains(a.Id)))
        {
            var panel = plan.Pairs.Where(p => p.Application == a.Id).Select(p => reviewer[p.Reviewer]).ToArray();
            Assert.Equal(a.Demand, panel.Length);
            Assert.True(!call.Rules.Language || a.Language is null || panel.Any(r => r.Languages!.Contains(a.Language)));
            Assert.True(!call.Rules.OutsideCommunity || a.Communities is null || panel.Any(r => !r.Communities!.Intersect(a.Communities).Any()));
            var named = panel.Where(r => r.Organisation is not null).Select(r => r.Organisation).ToArray();
            Assert.True(!call.Rules.DistinctOrganisations || named.Distinct().Count() == named.Length);
        }

        if (call.Rules.NoReciprocal)
        {
            var links = plan.Pairs
                .Select(p => (By: reviewer[p.Reviewer].Organisation, On: call.Applications.Single(a => a.Id == p.Application).Organisation))
                .Where(l => l.By is not null && l.On is not null && l.By != l.On)
                .ToHashSet();
            Assert.DoesNotContain(links, l => links.Contains((l.On, l.By)));
        }
    }
}
