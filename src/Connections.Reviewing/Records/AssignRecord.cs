using System.Text.Json;
using Connections.Reviewing.Assignment;

namespace Connections.Reviewing.Records;

/// <summary>The documents of <c>assign</c>: applications, reviewers, affinities and rules in; pairs with their bounds, or the clash, out.</summary>
internal static class AssignRecord
{
    private const int MostPairs = 20_000_000;
    private const double LargestAffinity = 1e9;

    public static Func<IReadOnlyList<string>, (int, string)> Read(InputObject input)
    {
        var applications = input.Objects("applications").Select(ReadApplication).ToArray();
        var reviewers = input.Objects("reviewers").Select(ReadReviewer).ToArray();
        var known = new KnownIdentifiers(
            Unique(input, "applications", applications.Select(a => a.Id)), Unique(input, "reviewers", reviewers.Select(r => r.Id)));
        if ((long)applications.Length * reviewers.Length > MostPairs)
        {
            input.Fail("applications", $"applications times reviewers must be at most {MostPairs}");
        }

        if (input.Has("affinity") && input.Has("affinityMatrix"))
        {
            input.Fail("affinityMatrix", "give either affinity or affinityMatrix, not both");
        }

        var call = new AssignmentCall(applications, reviewers, [.. ReadAffinities(input, known), .. ReadMatrix(input, known)], ReadPairs(input, "conflicts", known))
        {
            Fixed = ReadPairs(input, "fixed", known),
            Anchors = ReadAnchors(input, known),
            Rules = ReadRules(input),
            Objective = input.Choice("objective", "fair", "fair", "total") == "fair" ? AssignmentObjective.Fair : AssignmentObjective.Total,
        };
        return notes => Write(call, AssignReviewers.Solve(call), notes);
    }

    /// <summary>The sentences of a document that explain a clash, one a line.</summary>
    public static string ExplanationIn(string output)
    {
        using var document = JsonDocument.Parse(output);
        return string.Join('\n', document.RootElement.GetProperty("sentences").EnumerateArray().Select(s => s.GetString()));
    }

    private static ApplicationToReview ReadApplication(InputObject row) => new(
        row.Text("id"),
        row.Whole("demand", 1, 10_000),
        row.OptionalText("language"),
        row.OptionalText("organisation"),
        row.Texts("communities", isRequired: false));

    private static AvailableReviewer ReadReviewer(InputObject row)
    {
        var min = row.Whole("minLoad", 0, 1_000_000, whenMissing: 0);
        return new AvailableReviewer(
            row.Text("id"), min, row.Whole("maxLoad", min, 1_000_000), row.Texts("languages", isRequired: false),
            row.OptionalText("organisation"), row.Texts("communities", isRequired: false));
    }

    private static HashSet<string> Unique(InputObject input, string name, IEnumerable<string> ids)
    {
        var unique = new HashSet<string>();
        foreach (var id in ids.Where(id => !unique.Add(id) && id.Length > 0))
        {
            input.Fail(name, $"the id {InputProblems.Quote(id)} is there twice");
        }

        return unique;
    }

    private static ReviewPair ReadPair(InputObject row, KnownIdentifiers known)
    {
        var pair = new ReviewPair(row.Text("application"), row.Text("reviewer"));
        if (pair.Application.Length > 0 && !known.Applications.Contains(pair.Application))
        {
            row.Fail("application", $"there is no application {InputProblems.Quote(pair.Application)}");
        }

        if (pair.Reviewer.Length > 0 && !known.Reviewers.Contains(pair.Reviewer))
        {
            row.Fail("reviewer", $"there is no reviewer {InputProblems.Quote(pair.Reviewer)}");
        }

        return pair;
    }

    private static List<Affinity> ReadAffinities(InputObject input, KnownIdentifiers known)
    {
        var seen = new HashSet<ReviewPair>();
        var affinities = new List<Affinity>();
        foreach (var row in input.Objects("affinity", isRequired: false))
        {
            var pair = ReadPair(row, known);
            if (!seen.Add(pair))
            {
                row.Problems.Add(row.Place, "this pair already has an affinity");
            }

            affinities.Add(new Affinity(pair.Application, pair.Reviewer, row.Number("value", 0, LargestAffinity)));
        }

        return affinities;
    }

    private static IEnumerable<Affinity> ReadMatrix(InputObject input, KnownIdentifiers known)
    {
        if (input.Object("affinityMatrix") is not { } matrix)
        {
            return [];
        }

        var (reviewers, applications, values) = (matrix.Texts("reviewers"), matrix.Texts("applications"), matrix.Table("values", 0, LargestAffinity));
        foreach (var id in reviewers.Where(id => !known.Reviewers.Contains(id)))
        {
            matrix.Fail("reviewers", $"there is no reviewer {InputProblems.Quote(id)}");
        }

        foreach (var id in applications.Where(id => !known.Applications.Contains(id)))
        {
            matrix.Fail("applications", $"there is no application {InputProblems.Quote(id)}");
        }

        if (values.Count != reviewers.Count || values.Any(row => row.Count != applications.Count))
        {
            matrix.Fail("values", $"must have {reviewers.Count} rows (reviewers) of {applications.Count} numbers (applications)");
            return [];
        }

        return reviewers.SelectMany((reviewer, i) => applications.Select((application, j) => new Affinity(application, reviewer, values[i][j])));
    }

    private static List<ReviewPair> ReadPairs(InputObject input, string name, KnownIdentifiers known) =>
        [.. input.Objects(name, isRequired: false).Select(row => ReadPair(row, known)).Distinct()];

    private static List<string> ReadAnchors(InputObject input, KnownIdentifiers known)
    {
        var anchors = input.Texts("anchors", isRequired: false);
        foreach (var id in anchors.Where(id => !known.Applications.Contains(id)))
        {
            input.Fail("anchors", $"there is no application {InputProblems.Quote(id)}");
        }

        return [.. anchors];
    }

    private static HardRules ReadRules(InputObject input)
    {
        if (input.Object("rules") is not { } rules)
        {
            return new HardRules();
        }

        string[] names = ["language", "outsideCommunity", "distinctOrganisations", "noReciprocal"];
        foreach (var name in rules.FieldNames().Where(name => !names.Contains(name)))
        {
            // A rule that is asked for and cannot be held must not be passed over.
            rules.Fail(name, "is not a rule: " + (NearMiss.Of(name, names) is [var near, ..] ? $"did you mean {InputProblems.Quote(near)}?" : $"use {string.Join(", ", names)}"));
        }

        return new HardRules(rules.Flag(names[0], true), rules.Flag(names[1], true), rules.Flag(names[2], true), rules.Flag(names[3], true));
    }

    private static (int, string) Write(AssignmentCall call, AssignmentAnswer answer, IReadOnlyList<string> notes) => answer switch
    {
        { Plan: { } plan } => (0, Write(plan, notes)),
        { Clash: { } clash } => (3, Write(clash, [.. Clashes.Independent(call).Skip(1)], notes)),
        _ => throw new InvalidOperationException("An assignment has a plan or a clash."),
    };

    private static string Write(Clash first, Clash[] further, IReadOnlyList<string> notes) => OutputDocument.Write(writer =>
    {
        void Fields(Clash clash)
        {
            writer.Texts("rules", clash.Rules);
            writer.Texts("applications", clash.Applications);
            writer.Texts("reviewers", clash.Reviewers);
            writer.WriteString("explanation", clash.Explanation);
        }

        writer.WriteBoolean("feasible", false);
        writer.WriteStartObject("clash");
        Fields(first);
        writer.WriteEndObject();
        if (further.Length > 0)
        {
            writer.Objects("further", further.Take(ClashWords.MostShown - 1), Fields);
        }

        writer.Texts("sentences", ClashWords.Of([first, .. further]));
        writer.Notes(notes);
    });

    private static string Write(AssignmentPlan plan, IReadOnlyList<string> notes) => OutputDocument.Write(writer =>
    {
        writer.Objects("pairs", plan.Pairs, pair =>
        {
            writer.WriteString("application", pair.Application);
            writer.WriteString("reviewer", pair.Reviewer);
        });
        writer.WriteStartObject("objective");
        writer.Number("minimum", plan.Minimum);
        writer.Number("minimumBound", plan.MinimumBound);
        writer.Number("total", plan.Total);
        writer.Number("totalBound", plan.TotalBound);
        writer.WriteNumber("loadSquares", plan.LoadSquares);
        writer.WriteEndObject();
        writer.WriteBoolean("connected", plan.IsConnected);
        writer.Objects("perApplication", plan.Sums, row =>
        {
            writer.WriteString("application", row.Application);
            writer.Number("sum", row.Sum);
        });
        writer.Objects("perReviewer", plan.Loads, row =>
        {
            writer.WriteString("reviewer", row.Reviewer);
            writer.WriteNumber("load", row.Load);
        });
        writer.Texts("binding", plan.Binding);
        writer.Texts("warnings", [.. plan.Warnings, .. notes]);
    });

    private sealed record KnownIdentifiers(HashSet<string> Applications, HashSet<string> Reviewers);
}
