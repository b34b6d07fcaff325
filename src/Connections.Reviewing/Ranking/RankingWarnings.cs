using Connections.Reviewing.Numerics;

namespace Connections.Reviewing.Ranking;

/// <summary>What a fund manager must know before trusting a ranking, one sentence each.</summary>
public static class RankingWarnings
{
    public static IReadOnlyList<string> For(
        ScoreTable table, RankingOptions options, bool discriminates, int? places, BudgetWalk? walk)
    {
        var warnings = new List<string>();
        if (table.IsConstant && table.Applications.Length > 1)
        {
            warnings.Add("All scores are equal: they do not discriminate between applications.");
        }
        else if (!discriminates && table.Applications.Length > 1)
        {
            warnings.Add("The scores do not discriminate: no two applications can be told apart with 90 % certainty.");
        }

        if (table.Reviewers.Length == 1)
        {
            warnings.Add("There is one reviewer: leniency cannot be separated from the standing of the applications.");
        }

        var groups = Components(table);
        if (groups > 1)
        {
            warnings.Add($"The scores fall into {groups} separate groups with no reviewer in common: "
                + "comparisons between groups rest on the assumption that the groups are alike.");
        }

        var single = table.ReviewersOf.Count(r => r.Length == 1);
        if (single > 0 && table.Reviewers.Length > 1)
        {
            warnings.Add($"{single} of {table.Applications.Length} applications have one score only.");
        }

        AddDecision(warnings, table, options, places, walk);
        return warnings;
    }

    private static void AddDecision(List<string> warnings, ScoreTable table, RankingOptions options, int? places, BudgetWalk? walk)
    {
        if (options.Places >= table.Applications.Length)
        {
            warnings.Add("There are places for every application: nothing is decided by rank.");
        }

        if (walk is null)
        {
            return;
        }

        if (places == 0 && walk.Undecided.Count == 0)
        {
            warnings.Add("The budget does not cover the request of the application in first place.");
        }

        if (walk.Undecided.Count > 0)
        {
            warnings.Add($"Exact ties that cannot all be funded are left to a draw: {string.Join(", ", walk.Undecided)}.");
        }

        if (options.Budget?.Override is { } extra)
        {
            warnings.Add($"The budget was raised by {extra.Extra} by {extra.AuthorisedBy}.");
        }
    }

    private static int Components(ScoreTable table)
    {
        var sets = new DisjointSets(table.Applications.Length + table.Reviewers.Length);
        for (var i = 0; i < table.Applications.Length; i++)
        {
            foreach (var j in table.ReviewersOf[i])
            {
                sets.Join(i, table.Applications.Length + j);
            }
        }

        return sets.Count;
    }
}
