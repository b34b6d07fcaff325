namespace Connections.Web.Features.Shared.Drawing;

/// <summary>The whole ranking at a glance, best at the left and at the top; drawn by _RankOverview above the table of ranks.</summary>
/// <param name="Description">How many are funded, drawn and declined, in words.</param>
/// <param name="FundingLine">The rank at which the money ends, between two whole ranks.</param>
public sealed record RankOverview(string Id, string Title, string Description, string Says, double FundingLine, IReadOnlyList<RankMark> Marks)
{
    public const double Height = 230;

    public double MiddleOf(int index) => 100.0 * (index + 0.5) / Marks.Count;

    /// <summary>Where a rank lies from the top: rank 1 at 0.</summary>
    public string Down(double rank) =>
        SvgText.Number(Marks.Count < 2 ? 0 : Height * (Math.Clamp(rank, 1, Marks.Count) - 1) / (Marks.Count - 1));

    public string LineAcross => SvgText.Percent(100 * Math.Clamp(FundingLine, 0, Marks.Count) / Math.Max(1, Marks.Count));

    /// <summary>The part of the width that the draw pool takes.</summary>
    public (string From, string Width)? Pool
    {
        get
        {
            var pool = Enumerable.Range(0, Marks.Count).Where(i => Marks[i].State is RankState.Draw).ToArray();
            return pool.Length == 0
                ? null
                : (SvgText.Percent(100.0 * pool[0] / Marks.Count), SvgText.Percent(100.0 * (pool[^1] - pool[0] + 1) / Marks.Count));
        }
    }

    public IEnumerable<int> Ticks => Enumerable.Range(1, Marks.Count).Where(rank => rank == 1 || rank == Marks.Count || (rank % 20 == 0 && Marks.Count - rank > 5));
}
