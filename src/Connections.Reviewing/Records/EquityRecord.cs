using System.Text.Json;
using Connections.Reviewing.Equity;

namespace Connections.Reviewing.Records;

/// <summary>The documents of <c>equity</c>: people and successes by group in; rates with intervals out, under disclosure control when published.</summary>
internal static class EquityRecord
{
    private const int MostGroups = 200;

    public static Func<IReadOnlyList<string>, (int, string)> Read(InputObject input)
    {
        var shares = new Dictionary<string, Share>();
        if (input.Object("groups") is not { } groups)
        {
            input.Missing("groups", 0, ": give {\"name\":{\"applied\":20,\"awarded\":2}}");
            return _ => (0, "");
        }

        foreach (var name in groups.FieldNames())
        {
            if (groups.Object(name) is { } group)
            {
                var applied = group.Whole("applied", 1, 1_000_000);
                shares[name] = new Share(group.Whole("awarded", 0, applied), applied);
            }
            else if (!groups.Has(name))
            {
                groups.Fail(name, "must be an object");
            }
        }

        if (shares.Count == 0 || shares.Count > MostGroups)
        {
            groups.Problems.Add(groups.Place, $"must have from 1 to {MostGroups} groups");
        }

        var publish = input.Flag("publish", false);
        var residuals = input.Objects("residuals", isRequired: false)
            .Select(row => new GroupedResidual(row.Text("reviewerGroup"), row.Text("applicantGroup"), row.Number("residual", -1e6, 1e6))).ToArray();
        return notes => (0, Write(EquityTable.Of(shares), ResidualTable.Of(residuals), publish, notes));
    }

    private static string Write(EquityTable table, IReadOnlyList<ResidualCell> residuals, bool publish, IReadOnlyList<string> notes) => OutputDocument.Write(writer =>
    {
        double? Show(double? value) => value is { } v && publish ? Disclosure.RoundStatistic(v) : value;
        int Count(int count) => publish ? Disclosure.Round(count) : count;
        var hidden = publish ? Disclosure.Suppressed([.. table.Groups.Select(g => g.Share.Of)], Disclosure.LeastForRate) : new bool[table.Groups.Count];
        var isHidden = table.Groups.Select((g, i) => (g.Group, hidden[i])).ToDictionary(x => x.Group, x => x.Item2);
        writer.WriteStartObject("overall");
        writer.WriteNumber("applied", Count(table.Overall.Of));
        writer.WriteNumber("awarded", Count(table.Overall.Count));
        writer.Number("rate", publish && table.Overall.Of < Disclosure.LeastForRate ? null : Show(table.Overall.Rate));
        writer.WriteEndObject();
        writer.WriteStartObject("groups");
        foreach (var group in table.Groups)
        {
            writer.WriteStartObject(group.Group);
            writer.WriteNumber("applied", Count(group.Share.Of));
            writer.WriteNumber("awarded", Count(group.Share.Count));
            WriteStatistics(writer, group, isHidden[group.Group] || table.Groups.Any(g => g.RatioToHighest is null && isHidden[g.Group]), isHidden[group.Group], Show);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.Objects("differences", table.Differences, d =>
        {
            var isSuppressed = isHidden[d.Group] || isHidden[d.Versus];
            writer.WriteString("group", d.Group);
            writer.WriteString("versus", d.Versus);
            writer.Number("difference", isSuppressed ? null : Show(d.Difference.Value));
            writer.Numbers("newcombe", isSuppressed ? null : Show(d.Difference.Low), Show(d.Difference.High));
            writer.Number("fisher", isSuppressed ? null : Show(d.Fisher));
        });
        if (residuals.Count > 0)
        {
            WriteResiduals(writer, residuals, publish, Show);
        }

        writer.WriteBoolean("published", publish);
        writer.Notes(notes);
    });

    private static void WriteStatistics(Utf8JsonWriter writer, GroupOutcome group, bool hidesRatio, bool hides, Func<double?, double?> show)
    {
        double size = group.Share.Of;
        writer.Number("rate", hides ? null : show(group.Share.Rate));
        writer.Numbers("wilson", hides ? null : show(group.Wilson.Low), show(group.Wilson.High));
        writer.Numbers("funnel", hides ? null : show(group.Funnel95.Low / size), show(group.Funnel95.High / size));
        writer.Numbers("funnel998", hides ? null : show(group.Funnel998.Low / size), show(group.Funnel998.High / size));
        writer.WritePropertyName("withinFunnel");
        if (hides)
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteBooleanValue(group.IsWithinFunnel);
        }

        writer.Number("fisher", hides ? null : show(group.Fisher));
        writer.Number("ratio", hidesRatio ? null : show(group.RatioToHighest?.Value));
        writer.Numbers("ratioInterval", hidesRatio ? null : show(group.RatioToHighest?.Low), show(group.RatioToHighest?.High));
    }

    private static void WriteResiduals(Utf8JsonWriter writer, IReadOnlyList<ResidualCell> cells, bool publish, Func<double?, double?> show)
    {
        var hidden = publish ? Disclosure.Suppressed([.. cells.Select(c => c.Scores)], Disclosure.LeastForAverage) : new bool[cells.Count];
        writer.Objects("residuals", cells.Select((cell, i) => (cell, Hides: hidden[i])), x =>
        {
            writer.WriteString("reviewerGroup", x.cell.ReviewerGroup);
            writer.WriteString("applicantGroup", x.cell.ApplicantGroup);
            writer.WriteNumber("scores", publish ? Disclosure.Round(x.cell.Scores) : x.cell.Scores);
            writer.Number("mean", x.Hides ? null : show(x.cell.Mean));
            writer.Numbers("interval95", x.Hides ? null : show(x.cell.Low), show(x.cell.High));
        });
    }
}
