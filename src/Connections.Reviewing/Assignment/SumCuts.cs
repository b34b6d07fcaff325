namespace Connections.Reviewing.Assignment;

/// <summary>Rows that every whole plan with sums of at least T keeps, but fractional solutions may break (cover cuts).</summary>
/// <remarks>
/// An application with d places whose sum must reach T cannot take k reviewers who, even beside the d − k best, stay below T.
/// So of all reviewers worth less than <c>(T − best_{d−k})/k</c> each it takes at most k − 1; and of one reviewer j and all those with
/// <c>s_i + s_j &lt; T − best_{d−2}</c> (and below half of that themselves) it takes at most one. The cuts hold for this T and every higher one.
/// They close most of the gap between the linear programme and the best plan.
/// </remarks>
internal static class SumCuts
{
    private const double Violation = 1e-5;

    /// <summary>Broken cuts for one application: the pairs, and how many of them at most.</summary>
    public static IEnumerable<(int[] Pairs, int AtMost)> For(
        int[] pairs, double[] worths, Func<int, double> value, int demand, double leastSum, double tolerance)
    {
        var bestFirst = worths.OrderDescending().ToArray();
        for (var k = 1; k <= demand; k++)
        {
            var threshold = (leastSum - tolerance - bestFirst.Take(demand - k).Sum()) / k;
            var weak = Enumerable.Range(0, pairs.Length).Where(i => worths[i] < threshold).ToArray();
            if (weak.Length >= k && weak.Sum(i => value(pairs[i])) > k - 1 + Violation)
            {
                yield return ([.. weak.Select(i => pairs[i])], k - 1);
            }
        }

        if (demand < 2)
        {
            yield break;
        }

        var missing = leastSum - tolerance - bestFirst.Take(demand - 2).Sum();
        for (var j = 0; j < pairs.Length; j++)
        {
            if (worths[j] >= missing / 2 && worths[j] < missing && value(pairs[j]) > Violation)
            {
                var rivals = Enumerable.Range(0, pairs.Length).Where(i => worths[i] < missing - worths[j] && worths[i] < missing / 2).ToArray();
                if (rivals.Sum(i => value(pairs[i])) + value(pairs[j]) > 1 + Violation)
                {
                    yield return ([pairs[j], .. rivals.Select(i => pairs[i])], 1);
                }
            }
        }
    }
}
