namespace Connections.Reviewing.Assignment;

/// <summary>Turns a solution in shares of panels into whole panels, step by step.</summary>
/// <remarks>
/// The panels with the largest shares are kept and the programme is solved again from where it was; panels that then become good are added at the new
/// prices. Where the rest could not be served any more, half of the last ones kept are given up, and fewer are kept at a time. The last few
/// applications are left to <see cref="PanelBranching"/>. (Diving with column generation: Joncour and others 2010.)
/// </remarks>
internal sealed class PanelDive(AssignmentProblem problem, RuleRows rules, SumProgramme sums, double leastSum, long workLimit)
{
    private const int LastFew = 16;
    private readonly PanelProgramme programme = sums.Solution!;
    private readonly SortedDictionary<int, int> kept = [];
    private readonly PanelChoice choice = new(problem, rules, leastSum);
    private readonly HashSet<Panel> known = new(sums.Solution!.Panels, new SamePairs());
    private readonly HashSet<string> links = [];
    private readonly SortedSet<int> banned = [];

    /// <summary>Roughly the number of multiplications so far.</summary>
    public long Work { get; private set; }

    /// <summary>The pairs of the applications that could be served, of all of them if things go well.</summary>
    /// <param name="leave">Stop when no more than this number of applications is left.</param>
    public SortedSet<int> Run(int leave)
    {
        var (share, isRestTried) = (8, false);
        while (Work < workLimit)
        {
            var left = Left();
            if (left.Length <= LastFew && programme.Absent < 1e-7 && !isRestTried)
            {
                isRestTried = true;
                if (Rest(left) is { } rest)
                {
                    return Ended(rest);
                }
            }

            var largest = left.Select(a => programme.ColumnsOf[a].MaxBy(k => programme.Value(k))).Where(k => programme.Value(k) > 1e-6)
                .OrderByDescending(k => Math.Round(programme.Value(k), 6)).ThenBy(k => k).ToArray();
            if (largest.Length == 0 || left.Length <= leave)
            {
                break;
            }

            var batch = largest[..Math.Max(Math.Min(largest.Count(IsWhole), Math.Max(left.Length / 3, 1)), Math.Max(largest.Length / share, 1))];
            Array.ForEach(batch, Keep);
            for (var absent = programme.Absent; Settle() is var now && now > absent + 1e-7 && (batch.Length > 1 || double.IsInfinity(now));)
            {
                // Half of them were too many. A panel that alone is one too many is not used any more.
                var fewer = batch[..(batch.Length / 2)];
                banned.UnionWith(batch.Length == 1 ? batch : []);
                Array.ForEach(batch[fewer.Length..], GiveUp);
                (batch, share) = (fewer, 2 * share);
                if (batch.Length == 0)
                {
                    Settle();
                    break;
                }
            }
        }

        return Ended([]);
    }

    /// <summary>What is kept, and some more pairs. The programme is left as it was, but for panels and links added.</summary>
    private SortedSet<int> Ended(IEnumerable<int> more)
    {
        SortedSet<int> pairs = [.. Kept(), .. more];
        int[] closed = [.. banned];
        banned.Clear();
        kept.Values.Concat(closed).ToList().ForEach(GiveUp);
        return pairs;
    }

    private int[] Left() => [.. Enumerable.Range(0, problem.A).Where(a => !kept.ContainsKey(a))];

    private IEnumerable<int> Kept() => kept.Values.SelectMany(k => programme.Panels[k].Pairs);

    private bool IsWhole(int k) => programme.Value(k) > 1 - 1e-6;

    private void Keep(int k)
    {
        var a = programme.Panels[k].Application;
        kept[a] = k;
        programme.AllowAbsence(a, false);
        programme.ColumnsOf[a].ForEach(other => programme.Open(other, other == k));
    }

    private void GiveUp(int k)
    {
        var a = programme.Panels[k].Application;
        kept.Remove(a);
        programme.AllowAbsence(a, true);
        programme.ColumnsOf[a].ForEach(other => programme.Open(other, !banned.Contains(other) && programme.Panels[other].Worth >= leastSum - problem.Tolerance));
    }

    /// <summary>Solves the programme, with new panels where it leaves applications out. Returns how many it leaves out; infinite without a solution.</summary>
    private double Settle()
    {
        for (var round = 0; round < 8; round++)
        {
            var before = programme.Work;
            var outcome = programme.Solve(double.NegativeInfinity, before + Math.Max(workLimit - Work, 0));
            Work += programme.Work - before;
            if (outcome != LinearOutcome.Optimal)
            {
                return double.PositiveInfinity;
            }

            if (programme.Absent < 1e-7 ? !AddBrokenLinks() : !AddGood())
            {
                break;
            }
        }

        return programme.Absent;
    }

    /// <summary>Adds panels of the applications still open that are good at the present prices. False when none is new.</summary>
    private bool AddGood()
    {
        var before = choice.Work;
        var added = SumProgramme.Near(choice, programme.Priced(), Left(), 8).Where(known.Add).ToArray().Count(programme.Add);
        Work += choice.Work - before;
        return added > 0;
    }

    private bool AddBrokenLinks()
    {
        var shares = programme.Shares();
        var broken = rules.BrokenBy(pair => shares.GetValueOrDefault(pair), [], shares.Keys).Where(row => links.Add(row.Key)).ToArray();
        Array.ForEach(broken, row => programme.AddLink(row));
        return broken.Length > 0;
    }

    /// <summary>Panels for the last few applications, chosen among many; empty when none fit together.</summary>
    private IEnumerable<int>? Rest(int[] left)
    {
        int[] others = [.. Kept()];
        var (part, reviewers) = problem.Part(left, others, rules.Beside(others));
        var (partRules, priced) = (new RuleRows(part), programme.Priced());
        var partChoice = new PanelChoice(part, partRules, leastSum);
        var prices = new PanelPrices(part, partChoice, new double[part.Worth.Length]);
        prices.Try([.. reviewers.Select(r => -priced(r))]);
        var near = SumProgramme.Near(partChoice, prices.Priced, [.. Enumerable.Range(0, part.A)], 120);
        var branching = new PanelBranching(part, partRules, new PanelProgramme(part, near, prices, 1), 300_000_000) { FirstWillDo = true, MostBranches = 1_500 };
        var plan = branching.Search(double.NegativeInfinity).Plan;
        Work += partChoice.Work + branching.Work;
        return plan?.Select(pair => left[pair / part.R] * problem.R + reviewers[pair % part.R]);
    }
}
