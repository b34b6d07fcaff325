using System.Text.Json;
using Connections.Reviewing.Reliability;

namespace Connections.Reviewing.Records;

/// <summary>The documents of <c>agreement</c>: ratings in; α, intraclass correlations and Gwet's coefficients out, overall and by criterion.</summary>
internal static class AgreementRecord
{
    private const int MostPlaces = 20_000_000;

    public static Func<IReadOnlyList<string>, (int, string)> Read(InputObject input)
    {
        var metric = input.Choice("metric", "ordinal", "nominal", "ordinal", "interval", "ratio") switch
        {
            "nominal" => Metric.Nominal,
            "interval" => Metric.Interval,
            "ratio" => Metric.Ratio,
            _ => Metric.Ordinal,
        };
        var bootstrap = input.Whole("bootstrap", 0, 20_000, whenMissing: 1000);
        var seed = (ulong)input.Long("seed", 0, long.MaxValue, whenMissing: 1);
        var rows = input.Objects("ratings").Select(row => ReadRow(row, metric)).ToArray();
        var seen = new HashSet<(string, string, string)>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (!seen.Add((rows[i].Criterion ?? "", rows[i].Rating.Unit, rows[i].Rating.Rater)))
            {
                input.Fail($"ratings[{i}]", $"rater {InputProblems.Quote(rows[i].Rating.Rater)} has already rated unit {InputProblems.Quote(rows[i].Rating.Unit)}");
            }
        }

        if ((long)rows.Select(r => r.Rating.Unit).Distinct().Count() * rows.Select(r => r.Rating.Rater).Distinct().Count() > MostPlaces)
        {
            input.Fail("ratings", $"units times raters must be at most {MostPlaces}");
        }

        return notes => (0, Write(rows, new Settings(metric, bootstrap, seed), notes));
    }

    private static Row ReadRow(InputObject row, Metric metric) => new(
        new Rating(row.Text("unit"), row.Text("rater"), row.Number("value", metric == Metric.Ratio ? 0 : -1e9, 1e9)),
        row.OptionalText("criterion"),
        row.Has("position") ? row.Whole("position", 1, 1_000_000) : null);

    private static string Write(Row[] rows, Settings settings, IReadOnlyList<string> notes) => OutputDocument.Write(writer =>
    {
        var criteria = rows.Select(r => r.Criterion).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToArray();
        var all = rows.Select(r => r.Criterion is null ? r.Rating : r.Rating with { Unit = r.Rating.Unit + "\u001f" + r.Criterion }).ToArray();
        Write(writer, new RatingTable(all), settings);
        if (criteria.Length > 0)
        {
            writer.Objects("criteria", criteria, criterion =>
            {
                writer.WriteString("criterion", criterion);
                Write(writer, new RatingTable([.. rows.Where(r => r.Criterion == criterion).Select(r => r.Rating)]), settings);
            });
        }

        if (rows.Any(r => r.Position is not null))
        {
            var positions = rows.Zip(all).Where(x => x.First.Position is not null).ToDictionary(x => (x.Second.Unit, x.Second.Rater), x => x.First.Position!.Value);
            writer.Objects("drift", ReadingDrift.Of(ReadingDrift.Residuals(all, positions)), drift =>
            {
                writer.WriteString("rater", drift.Rater);
                writer.WriteNumber("ratings", drift.Ratings);
                writer.Number("residualSd", drift.ResidualSd);
                writer.Number("slope", drift.Slope);
                writer.Numbers("interval95", drift.Low, drift.High);
            });
        }

        writer.Notes(notes);
    });

    private static void Write(Utf8JsonWriter writer, RatingTable table, Settings settings)
    {
        var interval = KrippendorffAlpha.Interval95(table, settings.Metric, settings.Bootstrap, settings.Seed);
        writer.Number("alpha", KrippendorffAlpha.Of(table, settings.Metric));
        writer.Numbers("alpha95", interval?.Low, interval?.High);
        writer.WritePropertyName("icc");
        if (IntraclassCorrelation.Of(table) is { } icc)
        {
            writer.WriteStartObject();
            writer.Number("icc1", icc.Icc1.Value);
            writer.Number("icc2", icc.Icc2.Value);
            writer.Number("icc3", icc.Icc3.Value);
            writer.Number("icc1k", icc.Icc1K.Value);
            writer.Number("icc2k", icc.Icc2K.Value);
            writer.Number("icc3k", icc.Icc3K.Value);
            writer.Numbers("icc1Interval", icc.Icc1.Low, icc.Icc1.High);
            writer.Numbers("icc2Interval", icc.Icc2.Low, icc.Icc2.High);
            writer.Numbers("icc3Interval", icc.Icc3.Low, icc.Icc3.High);
            writer.Numbers("icc1kInterval", icc.Icc1K.Low, icc.Icc1K.High);
            writer.Numbers("icc2kInterval", icc.Icc2K.Low, icc.Icc2K.High);
            writer.Numbers("icc3kInterval", icc.Icc3K.Low, icc.Icc3K.High);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.Number("ac1", GwetAgreement.Coefficient(table, AgreementWeights.Identity));
        writer.Number("ac2", GwetAgreement.Coefficient(table, AgreementWeights.Quadratic));
        writer.Number("ac2Linear", GwetAgreement.Coefficient(table, AgreementWeights.Linear));
        writer.Number("percentAgreement", GwetAgreement.Percent(table));
    }

    private sealed record Row(Rating Rating, string? Criterion, int? Position);

    private sealed record Settings(Metric Metric, int Bootstrap, ulong Seed);
}
