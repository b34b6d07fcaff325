using System.ComponentModel.DataAnnotations;
using Connections.Domain.Calls;

namespace Connections.Web.Features.Grants.Staff.Reviewing;

/// <summary>A review as typed: one line for each criterion, in the order of the rubric.</summary>
public sealed class ReviewInput
{
    public List<JudgedInput> Judged { get; set; } = [];

    [StringLength(4000), DataType(DataType.MultilineText)]
    public string? Note { get; set; }

    /// <summary>Of the review as it was read; none while there is none.</summary>
    public int? Version { get; set; }

    public static ReviewInput From(Rubric rubric, Review? review) => new()
    {
        Judged = [.. rubric.Criteria.Select(c => JudgedInput.From(review?.Scores.FirstOrDefault(s => s.Criterion == c.Key)))],
        Note = review?.Note,
        Version = review?.Version,
    };

    /// <summary>As many lines as the rubric has criteria, whatever was posted.</summary>
    public void Fit(Rubric rubric)
    {
        Judged = [.. Judged.Take(rubric.Criteria.Count).Select(j => j ?? new JudgedInput())];
        while (Judged.Count < rubric.Criteria.Count)
        {
            Judged.Add(new JudgedInput());
        }
    }

    public IReadOnlyList<ReviewEntry> Entries(Rubric rubric) =>
        [.. rubric.Criteria.Zip(Judged, (criterion, judged) => new ReviewEntry(criterion.Key, judged.Score, judged.Reason?.Trim() ?? ""))];
}

public sealed class JudgedInput
{
    public int? Score { get; set; }

    [StringLength(4000), DataType(DataType.MultilineText)]
    public string? Reason { get; set; }

    public static JudgedInput From(CriterionScore? score) => new() { Score = score?.Score, Reason = score?.Reason };
}
