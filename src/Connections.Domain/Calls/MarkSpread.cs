namespace Connections.Domain.Calls;

/// <summary>Several reviews of one application: their mean, how far they lie apart, and the lowest and highest.</summary>
/// <param name="Deviation">Sample standard deviation; null with fewer than two reviews.</param>
public sealed record MarkSpread(int Reviews, decimal Mean, double? Deviation, decimal Lowest, decimal Highest)
{
    /// <returns>Null where there is no review.</returns>
    public static MarkSpread? Of(IReadOnlyCollection<decimal> marks)
    {
        if (marks.Count == 0)
        {
            return null;
        }

        var mean = marks.Sum() / marks.Count;
        double? deviation = marks.Count < 2 ? null : Math.Sqrt((double)(marks.Sum(m => (m - mean) * (m - mean)) / (marks.Count - 1)));
        return new MarkSpread(marks.Count, mean, deviation, marks.Min(), marks.Max());
    }
}
