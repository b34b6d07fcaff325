namespace Connections.Reviewing.Assignment;

/// <summary>One rule in numbers: <c>Low ≤ Σ x ≤ High</c> over pairs, where x is 1 for an assigned pair.</summary>
public sealed record RuleRow(string Rule, int[] Pairs, double Low, double High)
{
    /// <summary>A name that two rows share only if they are the same.</summary>
    public string Key { get; } = $"{Rule} {string.Join(',', Pairs.Take(3))} {Pairs.Length}";
}

/// <summary>The optional hard rules of a problem as rows, and which of them a plan breaks.</summary>
/// <remarks>
/// Language and outside-community rows ask for one at least; distinct-organisation rows allow one at most; a reciprocal row
/// forbids two pairs together: a reviewer of organisation o on an application of p, and one of p on an application of o.
/// Rows are only made when something breaks them, because there may be very many reciprocal ones.
/// Anchor applications, which everyone scores, are exempt from the last two rules.
/// </remarks>
public sealed class RuleRows
{
    private const double Slack = 1e-7;
    private readonly AssignmentProblem problem;
    private readonly int[]?[] readers;
    private readonly int[]?[] outsiders;
    private readonly int[] organisationOfReviewer;
    private readonly int[] organisationOfApplication;
    private readonly bool hasOrganisations;

    public RuleRows(AssignmentProblem problem)
    {
        this.problem = problem;
        readers = new int[]?[problem.A];
        outsiders = new int[]?[problem.A];
        var names = problem.Applications.Select(a => a.Organisation).Concat(problem.Reviewers.Select(r => r.Organisation))
            .OfType<string>().Distinct().Order(StringComparer.Ordinal).Select((name, k) => (name, k)).ToDictionary(x => x.name, x => x.k);
        organisationOfReviewer = [.. problem.Reviewers.Select(r => r.Organisation is null ? -1 : names[r.Organisation])];
        hasOrganisations = problem.Rules.DistinctOrganisations && organisationOfReviewer.Any(o => o >= 0);
        organisationOfApplication = [.. problem.Applications.Select((a, i) => a.Organisation is null || problem.IsAnchor[i] ? -1 : names[a.Organisation])];
        for (var a = 0; a < problem.A; a++)
        {
            var application = problem.Applications[a];
            if (problem.Rules.Language && application.Language is not null)
            {
                readers[a] = Choose(a, r => Reads(application, r));
            }

            if (problem.Rules.OutsideCommunity && application.Communities is { Count: > 0 })
            {
                outsiders[a] = Choose(a, r => IsOutside(application, r));
            }
        }
    }

    /// <summary>Whether the language rule is content with a reviewer.</summary>
    public static bool Reads(ApplicationToReview application, AvailableReviewer reviewer) =>
        application.Language is null || (reviewer.Languages?.Contains(application.Language) ?? false);

    /// <summary>Whether the outside-community rule is.</summary>
    public static bool IsOutside(ApplicationToReview application, AvailableReviewer reviewer) =>
        application.Communities is not { Count: > 0 } communities || reviewer.Communities is null || !reviewer.Communities.Any(communities.Contains);

    /// <summary>Rows that the given values (0…1 by pair number) break by more than rounding, in the named applications or all.</summary>
    /// <param name="value">x by pair number.</param>
    /// <param name="applications">Which applications to look at; all when left out.</param>
    /// <param name="used">The pairs whose x is not zero, for the reciprocal rule; all allowed pairs when left out.</param>
    public IEnumerable<RuleRow> BrokenBy(Func<int, double> value, IEnumerable<int>? applications = null, IEnumerable<int>? used = null)
    {
        foreach (var a in applications ?? Enumerable.Range(0, problem.A))
        {
            if (readers[a] is { } able && able.Sum(value) < 1 - Slack)
            {
                yield return new RuleRow("language", able, 1, able.Length);
            }

            if (outsiders[a] is { } outside && outside.Sum(value) < 1 - Slack)
            {
                yield return new RuleRow("outsideCommunity", outside, 1, outside.Length);
            }

            foreach (var row in SameOrganisation(a, value))
            {
                yield return row;
            }
        }

        foreach (var row in Reciprocal(value, used ?? Enumerable.Range(0, problem.A * problem.R).Where(p => problem.IsAllowed[p])))
        {
            yield return row;
        }
    }

    /// <summary>How many of the rules that concern one application alone its reviewers break.</summary>
    public int CountBroken(int a, IReadOnlyCollection<int> reviewersOfA)
    {
        if (!IsBound(a))
        {
            return 0;
        }

        var broken = 0;
        if (readers[a] is { } able && !reviewersOfA.Any(r => Array.BinarySearch(able, a * problem.R + r) >= 0))
        {
            broken++;
        }

        if (outsiders[a] is { } outside && !reviewersOfA.Any(r => Array.BinarySearch(outside, a * problem.R + r) >= 0))
        {
            broken++;
        }

        if (problem.Rules.DistinctOrganisations && !problem.IsAnchor[a])
        {
            var named = reviewersOfA.Select(r => organisationOfReviewer[r]).Where(o => o >= 0).ToArray();
            broken += named.Length - named.Distinct().Count();
        }

        return broken;
    }

    /// <summary>False when an application has nobody who reads its language, or nobody from outside its community.</summary>
    public bool CanBeKept => readers.Concat(outsiders).All(able => able is null or { Length: > 0 });

    /// <summary>Whether any rule concerns the application alone.</summary>
    public bool IsBound(int a) => readers[a] is not null || outsiders[a] is not null || (hasOrganisations && !problem.IsAnchor[a]);

    /// <summary>Who judges whom in a pair, as numbers of organisations; empty where the reciprocal rule does not apply.</summary>
    public (int Judge, int Judged)? Link(int pair)
    {
        var (judge, judged) = (organisationOfReviewer[pair % problem.R], organisationOfApplication[pair / problem.R]);
        return problem.Rules.NoReciprocal && judge >= 0 && judged >= 0 && judge != judged ? (judge, judged) : null;
    }

    /// <summary>The largest sum application a could have if nobody else needed reviewers, language and community rules kept.</summary>
    public double BestSum(int a)
    {
        var own = Enumerable.Range(a * problem.R, problem.R).Where(p => problem.IsAllowed[p])
            .OrderByDescending(problem.FixedPairs.Contains).ThenByDescending(p => problem.Worth[p]).ThenBy(p => p).ToArray();
        bool Reads(int pair) => readers[a] is not { } able || Array.BinarySearch(able, pair) >= 0;
        bool IsOutside(int pair) => outsiders[a] is not { } outside || Array.BinarySearch(outside, pair) >= 0;

        // The best panel is the best d, or it holds the best reader, the best outsider, or the best who is both.
        int[][] held = [[], [.. own.Where(Reads).Take(1)], [.. own.Where(IsOutside).Take(1)],
            [.. own.Where(p => Reads(p) && IsOutside(p)).Take(1)], [.. own.Where(Reads).Take(1).Union(own.Where(IsOutside).Take(1))]];
        var best = double.NegativeInfinity;
        foreach (var some in held)
        {
            var kept = own.Where(problem.FixedPairs.Contains).Union(some).ToArray();
            var panel = kept.Concat(own.Except(kept).Take(Math.Max(problem.Demand[a] - kept.Length, 0))).ToArray();
            if (panel.Length == problem.Demand[a] && panel.Any(Reads) && panel.Any(IsOutside))
            {
                best = Math.Max(best, panel.Sum(p => problem.Worth[p]));
            }
        }

        return double.IsNegativeInfinity(best) ? problem.BestSum(a) : best;
    }

    private int[] Choose(int a, Func<AvailableReviewer, bool> fits) =>
        [.. Enumerable.Range(0, problem.R).Where(r => problem.IsAllowed[a * problem.R + r] && fits(problem.Reviewers[r])).Select(r => a * problem.R + r)];

    private IEnumerable<RuleRow> SameOrganisation(int a, Func<int, double> value)
    {
        if (!problem.Rules.DistinctOrganisations || problem.IsAnchor[a])
        {
            yield break;
        }

        var row = Enumerable.Range(0, problem.R).Where(r => organisationOfReviewer[r] >= 0 && problem.IsAllowed[a * problem.R + r]);
        foreach (var group in row.Where(r => value(a * problem.R + r) > Slack).GroupBy(r => organisationOfReviewer[r]).Where(g => g.Sum(r => value(a * problem.R + r)) > 1 + Slack))
        {
            yield return new RuleRow("distinctOrganisations", [.. row.Where(r => organisationOfReviewer[r] == group.Key).Select(r => a * problem.R + r)], 0, 1);
        }
    }

    private IEnumerable<RuleRow> Reciprocal(Func<int, double> value, IEnumerable<int> used)
    {
        if (!problem.Rules.NoReciprocal)
        {
            yield break;
        }

        var links = used.Where(p => Link(p) is not null && value(p) > Slack).GroupBy(p => Link(p)!.Value).ToDictionary(g => g.Key, g => g.ToArray());
        foreach (var (judge, judged) in links.Keys.Where(l => l.Judge < l.Judged && links.ContainsKey((l.Judged, l.Judge))).Order())
        {
            foreach (var p in links[(judge, judged)])
            {
                foreach (var q in links[(judged, judge)].Where(q => value(p) + value(q) > 1 + Slack))
                {
                    yield return new RuleRow("noReciprocal", [p, q], 0, 1);
                }
            }
        }
    }
}
