using System.Text.Json;
using Connections.Reviewing.Ranking;

namespace Connections.Reviewing.Records;

/// <summary>The documents of <c>rank</c>: scores in, ranking out.</summary>
internal static class RankRecord
{
    private const int MostApplications = 5_000;
    private const int MostReviewers = 1_000;

    public static Func<IReadOnlyList<string>, (int, string)> Read(InputObject input)
    {
        var scale = ReadScale(input);
        var scores = ReadScores(input, scale);
        var applications = scores.Select(s => s.Application).ToHashSet();
        if (applications.Count > MostApplications || scores.Select(s => s.Reviewer).Distinct().Count() > MostReviewers)
        {
            input.Fail("scores", $"there are more than {MostApplications} applications or {MostReviewers} reviewers");
        }

        if (input.Has("places") && input.Has("money"))
        {
            input.Fail("money", "give either places or money, not both");
        }

        var options = new RankingOptions
        {
            Scale = scale,
            Mode = input.Choice("mode", "learned", "published", "learned") == "published" ? CalibrationMode.Published : CalibrationMode.Learned,
            Places = input.Has("places") ? input.Whole("places", 1, int.MaxValue) : null,
            Budget = input.Object("money") is { } money ? ReadBudget(money, applications) : null,
            BoundaryCases = input.Has("boundaryCases") ? input.Flag("boundaryCases", true) : null,
            Panels = input.Object("panels") is { } panels ? ReadPanels(panels, applications) : null,
        };
        return notes => (0, Write(RankApplications.From(scores, options), options, notes));
    }

    private static ScoreScale ReadScale(InputObject input)
    {
        if (input.Object("scale") is not { } scale)
        {
            return input.Missing("scale", new ScoreScale(0, 1), ": give the lowest and the highest score, for example {\"min\":1,\"max\":6}");
        }

        var (min, max) = (scale.Number("min", -1e6, 1e6), scale.Number("max", -1e6, 1e6));
        if (!(max > min))
        {
            scale.Fail("max", "must be above min");
            return new ScoreScale(0, 1);
        }

        return new ScoreScale(min, max);
    }

    private static List<Score> ReadScores(InputObject input, ScoreScale scale)
    {
        var seen = new HashSet<(string, string)>();
        var scores = new List<Score>();
        foreach (var row in input.Objects("scores"))
        {
            var score = new Score(row.Text("application"), row.Text("reviewer"), row.Number("score", scale.Min, scale.Max));
            if (!seen.Add((score.Application, score.Reviewer)))
            {
                row.Problems.Add(row.Place, $"application {InputProblems.Quote(score.Application)} already has a score by reviewer {InputProblems.Quote(score.Reviewer)}");
            }

            scores.Add(score);
        }

        return scores;
    }

    private static Budget ReadBudget(InputObject money, HashSet<string> applications)
    {
        var amount = money.Long("budget", 0, long.MaxValue / 4);
        money.Text("currency");
        var policy = money.Choice("policy", "stop", "stop", "skip-to-fit", "reduced-offer") switch
        {
            "skip-to-fit" => LeftOverPolicy.SkipToFit,
            "reduced-offer" => LeftOverPolicy.ReducedOffer,
            _ => LeftOverPolicy.Stop,
        };
        var requests = new Dictionary<string, long>();
        if (money.Object("requests") is { } asked)
        {
            foreach (var name in asked.FieldNames())
            {
                requests[name] = asked.Long(name, 1, 1_000_000_000_000_000);
                if (!applications.Contains(name))
                {
                    asked.Fail(name, "there is no such application among the scores");
                }
            }
        }

        else if (!money.Has("requests"))
        {
            money.Missing("requests", 0, ": give what each application asks for, for example {\"A\":480000}");
        }

        foreach (var missing in applications.Where(a => money.Has("requests") && !requests.ContainsKey(a)).Order(StringComparer.Ordinal))
        {
            money.Fail("requests", $"application {InputProblems.Quote(missing)} has no request");
        }

        var raised = money.Object("override") is { } extra ? new BudgetOverride(extra.Text("authorisedBy"), extra.Long("extra", 1, long.MaxValue / 4)) : null;
        return new Budget(amount, policy, requests, raised);
    }

    private static Dictionary<string, string> ReadPanels(InputObject panels, HashSet<string> applications)
    {
        var panelOf = new Dictionary<string, string>();
        foreach (var name in panels.FieldNames())
        {
            panelOf[name] = panels.Text(name);
            if (!applications.Contains(name))
            {
                panels.Fail(name, "there is no such application among the scores");
            }
        }

        foreach (var missing in applications.Where(a => !panelOf.ContainsKey(a)).Order(StringComparer.Ordinal))
        {
            panels.Problems.Add(panels.Place, $"application {InputProblems.Quote(missing)} has no panel");
        }

        return panelOf;
    }

    /// <summary>What each application is awarded: null while a draw among exact ties decides, for those and, under skip-to-fit, for what may still fit after them.</summary>
    private static Dictionary<string, long?> AwardOf(CalibratedRanking ranking, BudgetWalk walk, Budget budget)
    {
        var given = walk.Awards.ToDictionary(a => a.Application, a => a.Amount);
        var before = ranking.Applications.Select(row => row.Application).TakeWhile(a => walk.Undecided.Count == 0 || !walk.Undecided.Contains(a)).ToHashSet();
        bool IsOpen(string application) => walk.Undecided.Contains(application)
            || (budget.Policy == LeftOverPolicy.SkipToFit && !before.Contains(application) && budget.Requests[application] <= walk.LeftOver);
        return ranking.Applications.ToDictionary(row => row.Application, row => IsOpen(row.Application) ? null : (long?)given.GetValueOrDefault(row.Application));
    }

    private static string Write(CalibratedRanking ranking, RankingOptions options, IReadOnlyList<string> notes) => OutputDocument.Write(writer =>
    {
        var awardOf = ranking.Awards is { } walk ? AwardOf(ranking, walk, options.Budget!) : null;
        writer.Number("line", ranking.Line);
        writer.Objects("applications", ranking.Applications, row =>
        {
            writer.WriteString("application", row.Application);
            writer.Number("mean", row.Mean);
            writer.Number("effect", row.Effect);
            writer.Number("effectSd", row.EffectSd);
            writer.Number("expectedRank", row.ExpectedRank);
            writer.Number("percentile", row.Percentile);
            writer.Number("sucra", row.Sucra);
            writer.WriteNumber("rank05", row.Rank05);
            writer.WriteNumber("rank25", row.Rank25);
            writer.WriteNumber("rank75", row.Rank75);
            writer.WriteNumber("rank95", row.Rank95);
            writer.Number("inPlaces", row.InPlaces);
            writer.WriteString("group", row.Group switch
            {
                FundingGroup.Fund => "fund",
                FundingGroup.Draw => "draw",
                FundingGroup.Decline => "decline",
                null => null,
            });
            writer.WriteBoolean("boundaryCase", row.IsBoundaryCase);
            if (awardOf?[row.Application] is { } amount)
            {
                writer.WriteNumber("award", amount);
            }
            else if (awardOf is not null)
            {
                writer.WriteNull("award");
            }
        });
        writer.Objects("reviewers", ranking.Reviewers, row =>
        {
            writer.WriteString("reviewer", row.Reviewer);
            writer.Number("leniency", row.Leniency);
            writer.Number("sd", row.Sd);
            writer.Numbers("interval95", row.Low, row.High);
            writer.WriteNumber("scores", row.Scores);
        });
        writer.WriteStartObject("variance");
        writer.Number("application", ranking.Variance.Application);
        writer.Number("reviewer", ranking.Variance.Reviewer);
        writer.Number("residual", ranking.Variance.Residual);
        if (ranking.Variance.Panel is { } panel)
        {
            writer.Number("panel", panel);
        }

        writer.WriteEndObject();
        writer.WriteBoolean("discriminates", ranking.Discriminates);
        if (ranking.Awards is { } awards)
        {
            writer.WriteStartObject("money");
            writer.WriteNumber("budget", options.Budget!.Amount);
            writer.WriteNumber("available", awards.Available);
            writer.WriteNumber("awarded", awards.Available - awards.LeftOver);
            writer.WriteNumber("leftOver", awards.LeftOver);
            writer.Objects("awards", awards.Awards, award =>
            {
                writer.WriteString("application", award.Application);
                writer.WriteNumber("amount", award.Amount);
                writer.WriteBoolean("reduced", award.IsReduced);
            });
            writer.Texts("undecided", awards.Undecided);
            writer.WriteEndObject();
        }

        writer.Texts("warnings", [.. ranking.Warnings, .. notes]);
    });
}
