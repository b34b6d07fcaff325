namespace Connections.Domain.Calls;

/// <summary>One review as one number on the rubric's scale.</summary>
public static class WeightedMark
{
    /// <summary>The mean of the scores by weight. A bonus of p points lifts it by p hundredths of the scale's width,
    /// never above the top of the scale.</summary>
    /// <returns>Null while a criterion has no score.</returns>
    public static decimal? Of(Rubric rubric, IReadOnlyDictionary<string, int?> scores, int? bonusPoints = null)
    {
        decimal sum = 0;
        foreach (var criterion in rubric.Criteria)
        {
            if (scores.GetValueOrDefault(criterion.Key) is not { } score)
            {
                return null;
            }

            sum += score * criterion.WeightPercent;
        }

        var width = rubric.Scale.Max - rubric.Scale.Min;
        return Math.Min((sum + ((bonusPoints ?? 0) * width)) / 100m, rubric.Scale.Max);
    }
}
