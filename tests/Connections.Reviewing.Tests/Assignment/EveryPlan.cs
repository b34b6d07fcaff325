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
        var subsets = call.Applications.Select(a => a.Demand).Distinct().ToDictionary(d => d, d => Subsets(call.Reviewers.Count, d).ToArray());

        void Visit(int a, double minimum, double total)
        {
            if (a == call.Applications.Count)
            {
                if (call.Reviewers.All(r => load[r.Id] >= r.MinLoad) && HasNoReciprocalPair(call, chosen))
                {
                    best = best is not { } b ? (minimum, total, total)
                        : (Math.Max(b.Minimum, minimum),
                           minimum > b.Minimum + 1e-12 ? total : minimum > b.Minimum - 1e-12 ? Math.Max(b.Total, total) : b.Total,
                           Math.Max(b.LargestTotal, total));
                }

                return;
            }

            var application = call.Applications[a];
            var isAnchor = call.Anchors.Contains(application.Id);
            var kept = call.Fixed.Where(f => f.Application == application.Id).ToArray();
            int[] everybody = [.. Enumerable.Range(0, call.Reviewers.Count).Where(r => !conflicts.Contains(new ReviewPair(application.Id, call.Reviewers[r].Id)))];
            foreach (var panel in isAnchor ? [everybody] : subsets[application.Demand])
            {
                var pairs = panel.Select(r => new ReviewPair(application.Id, call.Reviewers[r].Id)).ToArray();
                if (pairs.Any(conflicts.Contains) || panel.Any(r => load[call.Reviewers[r].Id] >= call.Reviewers[r].MaxLoad)
                    || kept.Except(pairs).Any() || !PanelKeepsRules(call, application, [.. panel.Select(r => call.Reviewers[r])]))
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

    private static bool PanelKeepsRules(AssignmentCall call, ApplicationToReview application, AvailableReviewer[] panel) =>
        (!call.Rules.Language || application.Language is null || panel.Any(r => r.Languages!.Contains(application.Language)))
        && (!call.Rules.OutsideCommunity || application.Communities is null || panel.Any(r => !r.Communities!.Intersect(application.Communities).Any()))
        && (!call.Rules.DistinctOrganisations || call.Anchors.Contains(application.Id) || panel.Select(r => r.Organisation ?? r.Id).Distinct().Count() == panel.Length);

    private static bool HasNoReciprocalPair(AssignmentCall call, List<ReviewPair> pairs)
    {
        if (!call.Rules.NoReciprocal || call.Applications.All(a => a.Organisation is null))
        {
            return true;
        }

        var reviewer = call.Reviewers.ToDictionary(r => r.Id, r => r.Organisation);
        var application = call.Applications.ToDictionary(a => a.Id, a => call.Anchors.Contains(a.Id) ? null : a.Organisation);
        var links = pairs.Select(p => (By: reviewer[p.Reviewer], On: application[p.Application])).Where(l => l.By is not null && l.On is not null && l.By != l.On).ToHashSet();
        return !links.Any(l => links.Contains((l.On, l.By)));
    }

    private static IEnumerable<int[]> Subsets(int n, int size) => size == 0
        ? [[]]
        : Enumerable.Range(0, n).SelectMany(last => Subsets(last, size - 1).Select(rest => rest.Append(last).ToArray()));
}
