namespace Connections.Domain.Calls;

/// <summary>Orders applications by the mean of their marks, best first; equal means share a rank and keep the order of
/// their references. Applications without a review come last, without a rank.</summary>
public static class Ranking
{
    public static IReadOnlyList<RankedApplication> Of(IEnumerable<(CallApplicationId Id, string Reference, MarkSpread? Marks)> applications)
    {
        var ordered = applications
            .OrderByDescending(a => a.Marks is not null).ThenByDescending(a => a.Marks?.Mean).ThenBy(a => a.Reference, StringComparer.Ordinal)
            .ToList();
        var ranked = new List<RankedApplication>(ordered.Count);
        foreach (var (index, (id, reference, marks)) in ordered.Index())
        {
            int? rank = marks is null ? null
                : index > 0 && ranked[index - 1].Marks!.Mean == marks.Mean ? ranked[index - 1].Rank
                : index + 1;
            ranked.Add(new RankedApplication(id, reference, rank, marks));
        }

        return ranked;
    }
}
