using Connections.Reviewing.Assignment;

namespace Connections.Reviewing.Tests.Assignment;

/// <summary>Tries every possible plan of a tiny call: slow, obvious, and independent of the code under test.</summary>
public static class EveryPlan
{
    /// <summary>The largest minimum and the largest total with it; the largest total alone; empty if there is no plan.</summary>
    public static (double Minimum, double Total, double LargestTotal)? Best(AssignmentCall call)
    {
        var worth = call.Affinities.ToDictionary(x => (x.Application, x.Reviewer), x => x.Value);
        var conflicts = call.Conflicts.ToHashSet();
        var load = call.Reviewers.ToDictionary(r => r.Id, _ => 0);
        (double Minimum, double Total, double LargestTotal)? best = null;
        var chosen = new List<ReviewPair>();

        void Visit(int a, double minimum, double total)
        {
            if (a == call.Applications.Count)
            {
                if (call.Reviewers.All(r => load[r.Id] >= r.MinLoad) && KeepsRules(call, chosen))
                {
                    best = best is not { } b ? (minimum, total, total)
                        : (Math.Max(b.Minimum, minimum),
                           minimum > b.Minimum + 1e-12 ? total : minimum > b.Minimum - 1e-12 ? Math.Max(b.Total, total) : b.Total,
                           Math.Max(b.LargestTotal, total));
                }

                return;
            }

            var application = call.Applications[a];
            foreach (var panel in Subsets(call.Reviewers.Count, application.Demand))
            {
                var pairs = panel.Select(r => new ReviewPair(application.Id, call.Reviewers[r].Id)).ToArray();
                if (pairs.Any(conflicts.Contains) || panel.Any(r => load[call.Reviewers[r].Id] >= call.Reviewers[r].MaxLoad))
                {
                    continue;
                }

                var sum = pairs.Sum(p => worth.GetValueOrDefault((p.Application, p.Reviewer)));
                chosen.AddRange(pairs);
                Array.ForEach(pairs, p => load[p.Reviewer]++);
                Visit(a + 1, Math.Min(minimum, sum), total + sum);
                Array.ForEach(pairs, p => load[p.Reviewer]--);
                chosen.RemoveRange(chosen.Count - pairs.Length, pairs.Length);
            }
        }

        Visit(0, double.PositiveInfinity, 0);
        return best;
    }

    private static bool KeepsRules(AssignmentCall call, List<ReviewPair> pairs)
    {
        var reviewer = call.Reviewers.ToDictionary(r => r.Id);
        var application = call.Applications.ToDictionary(a => a.Id);
        var links = pairs.Select(p => (By: reviewer[p.Reviewer].Organisation, On: application[p.Application].Organisation)).Where(l => l.By is not null && l.On is not null && l.By != l.On).ToHashSet();
        return (!call.Rules.NoReciprocal || !links.Any(l => links.Contains((l.On, l.By))))
            && pairs.GroupBy(p => p.Application).All(panel =>
                (!call.Rules.Language || application[panel.Key].Language is not { } language || panel.Any(p => reviewer[p.Reviewer].Languages!.Contains(language)))
                && (!call.Rules.OutsideCommunity || application[panel.Key].Communities is not { } own || panel.Any(p => !reviewer[p.Reviewer].Communities!.Intersect(own).Any()))
                && (!call.Rules.DistinctOrganisations || panel.Select(p => reviewer[p.Reviewer].Organisation ?? p.Reviewer).Distinct().Count() == panel.Count()));
    }

    private static IEnumerable<int[]> Subsets(int n, int size) => size == 0
        ? [[]]
        : Enumerable.Range(0, n).SelectMany(last => Subsets(last, size - 1).Select(rest => rest.Append(last).ToArray()));
}
