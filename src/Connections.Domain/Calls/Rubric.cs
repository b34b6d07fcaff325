using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>The criteria of a call with weights, scale and worded anchors. Public before the call opens, fixed from then on.</summary>
public sealed record Rubric(ScoreScale Scale, ReasonLength ReasonWords, IReadOnlyList<Criterion> Criteria, Bonus? Bonus)
{
    public Criterion? Find(string key) => Criteria.FirstOrDefault(c => c.Key == key);

    /// <summary>What keeps this rubric from being published.</summary>
    public IReadOnlyList<Refusal> Check()
    {
        var refusals = new List<Refusal>();
        if (Criteria.Count == 0)
        {
            refusals.Add(CallRefusals.RubricEmpty);
        }
        else if (Criteria.Sum(c => c.WeightPercent) != 100 || Criteria.Any(c => c.WeightPercent <= 0))
        {
            refusals.Add(CallRefusals.WeightsNotHundred);
        }

        if (Scale.Max <= Scale.Min)
        {
            refusals.Add(CallRefusals.ScaleEmpty);
        }
        else if (Criteria.Any(c => !IsAnchored(c)))
        {
            refusals.Add(CallRefusals.AnchorsIncomplete);
        }

        if (Criteria.Select(c => c.Key).Distinct(StringComparer.Ordinal).Count() != Criteria.Count)
        {
            refusals.Add(CallRefusals.CriterionTwice);
        }

        return refusals;
    }

    /// <returns>SHA-256 in lower-case hexadecimal over every word and number of the rubric, each part preceded by its
    /// length in UTF-8 bytes, so that no two rubrics share a text.</returns>
    public string Fingerprint()
    {
        var text = new StringBuilder();
        void Add(params ReadOnlySpan<object> parts)
        {
            foreach (var part in parts)
            {
                var words = Convert.ToString(part, CultureInfo.InvariantCulture)!;
                text.Append(Encoding.UTF8.GetByteCount(words)).Append(':').Append(words).Append('\n');
            }
        }

        Add(Scale.Min, Scale.Max, ReasonWords.Min, ReasonWords.Max, Criteria.Count);
        foreach (var criterion in Criteria)
        {
            Add(criterion.Key, criterion.Name, criterion.Question, criterion.WeightPercent, criterion.Anchors.Count);
            foreach (var anchor in criterion.Anchors)
            {
                Add(anchor.From, anchor.To, anchor.Label, anchor.Text);
            }
        }

        Add(Bonus?.MaxPoints ?? 0, Bonus?.Name ?? "", Bonus?.Words ?? "");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private bool IsAnchored(Criterion criterion) =>
        Scale.Points().All(p => criterion.Anchors.Any(a => a.From <= p && p <= a.To && a.Text.Length > 0));
}
