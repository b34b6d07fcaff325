namespace Connections.Reviewing.Ranking;

/// <summary>The scores of one call, numbered and centred so that nothing later depends on the order of rows.</summary>
/// <remarks>
/// Shapes: n applications, R reviewers, N scores; at most one score for each pair. Identifiers are sorted by their code
/// points; scores are sorted by application, then reviewer. Centred scores are <c>y_ij − ȳ</c> in units of a six-point
/// scale (five points from end to end), where ȳ is the mean of the applications' mean scores (Heyard and others 2022).
/// They are rounded at the eleventh decimal, so that adding a constant to every score changes nothing at all.
/// </remarks>
public sealed class ScoreTable
{
    private const int CentredDecimals = 11;

    public ScoreTable(IReadOnlyCollection<Score> scores, ScoreScale scale)
    {
        if (scores.Count == 0)
        {
            throw new ArgumentException("There are no scores.", nameof(scores));
        }

        if (!(scale.Width > 0) || !double.IsFinite(scale.Width))
        {
            throw new ArgumentException("The scale's maximum must be above its minimum.", nameof(scale));
        }

        Scale = scale;
        Applications = Identifiers(scores.Select(s => s.Application));
        Reviewers = Identifiers(scores.Select(s => s.Reviewer));
        Fill(scores);
    }

    public ScoreScale Scale { get; }

    /// <summary>The n application identifiers, sorted.</summary>
    public string[] Applications { get; }

    /// <summary>The R reviewer identifiers, sorted.</summary>
    public string[] Reviewers { get; }

    /// <summary>For each application the numbers of its reviewers, ascending.</summary>
    public int[][] ReviewersOf { get; private set; } = [];

    /// <summary>For each application its centred scores, in the order of <see cref="ReviewersOf"/>.</summary>
    public double[][] Centred { get; private set; } = [];

    /// <summary>For each application the plain mean of its scores, in points of the call's scale.</summary>
    public double[] Means { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>Points of the call's scale in one point of the six-point scale.</summary>
    public double Unit => Scale.Width / 5;

    /// <summary>True when every score equals every other: nothing can be learnt from them.</summary>
    public bool IsConstant => Centred.All(row => row.All(value => value == 0));

    private static string[] Identifiers(IEnumerable<string> all)
    {
        var distinct = all.Distinct().ToArray();
        Array.Sort(distinct, StringComparer.Ordinal);
        return distinct;
    }

    private void Fill(IReadOnlyCollection<Score> scores)
    {
        var reviewerNumber = Reviewers.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i);
        var rows = scores.GroupBy(s => s.Application).ToDictionary(g => g.Key, g => g.ToArray());
        var values = new double[Applications.Length][];
        ReviewersOf = new int[Applications.Length][];
        Means = new double[Applications.Length];
        for (var i = 0; i < Applications.Length; i++)
        {
            var row = rows[Applications[i]].OrderBy(s => reviewerNumber[s.Reviewer]).ToArray();
            ReviewersOf[i] = row.Select(s => reviewerNumber[s.Reviewer]).ToArray();
            values[i] = row.Select(s => s.Value).ToArray();
            if (ReviewersOf[i].Distinct().Count() != row.Length)
            {
                throw new ArgumentException($"Application {Applications[i]} has two scores by one reviewer.", nameof(scores));
            }

            if (values[i].Any(v => !(v >= Scale.Min && v <= Scale.Max)))
            {
                throw new ArgumentException($"Application {Applications[i]} has a score outside the scale.", nameof(scores));
            }

            Means[i] = values[i].Average();
            Count += row.Length;
        }

        var centre = Means.Average();
        Centred = values.Select(row => row.Select(v => Centre(v - centre)).ToArray()).ToArray();
    }

    private double Centre(double distance) => Math.Round(distance / Unit, CentredDecimals, MidpointRounding.ToEven);
}
