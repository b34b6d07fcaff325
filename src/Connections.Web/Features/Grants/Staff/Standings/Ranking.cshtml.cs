using Connections.Data;
using Connections.Domain.Calls;
using Connections.Web.Features.Grants.Staff.Reading;
using Connections.Web.Features.Shared.Drawing;
using Connections.Web.Features.Shared.Navigation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Staff.Standings;

/// <summary>The ranking by weighted mean with its spread, and the line that the budget draws. Shown once reviewing is over.</summary>
[Authorize(Policy = GrantsPolicies.Read)]
public sealed class RankingModel(ConnectionsDbContext db, IStringLocalizer<GrantsStaffText> texts) : PageModel
{
    public CallProgress Progress { get; private set; } = null!;

    public CallRanking? Ranking { get; private set; }

    public IReadOnlyList<RankedRow> Rows { get; private set; } = [];

    public PageOfResults Pages => CallPages.Asked(Request, Rows.Count);

    /// <summary>Whether the line falls between two rows of a page before this one.</summary>
    public bool IsLineBefore => Pages.Number > 1 && Rows[Pages.First - 2].Standing is not Standing.Above;

    /// <summary>Which applications are shown: all, above, below or undecided.</summary>
    public string Show { get; private set; } = "all";

    public string? Theme { get; private set; }

    public IReadOnlyList<string> Themes { get; private set; } = [];

    public Call Call => Progress.Call;

    public PlotScale Scale => new(Call.Rubric.Scale.Min, Call.Rubric.Scale.Max);

    public async Task<IActionResult> OnGetAsync(string call, string? show, string? theme, CancellationToken ct)
    {
        if (await CallProgress.FindAsync(db, call, ct) is not { } progress)
        {
            return NotFound();
        }

        Progress = progress;
        if (!progress.IsRanked)
        {
            return Page();
        }

        Ranking = await CallRanking.OfAsync(db, progress.Call, ct);
        Themes = [.. Ranking.Rows.SelectMany(r => r.Themes).Distinct().Order(StringComparer.Ordinal)];
        Theme = theme is not null && Themes.Contains(theme) ? theme : null;
        Show = show is "above" or "below" or "undecided" ? show : "all";
        Rows = [.. Ranking.Rows.Where(r => IsShown(r) && (Theme is null || r.Themes.Contains(Theme)))];
        return Page();
    }

    public SpreadPlot Overview() => new(
        "spread",
        texts["Ranking.PlotTitle"],
        texts["Ranking.PlotDescription", Ranking!.Rows.Count, Ranking.Above],
        texts["Ranking.PlotSays"],
        Scale,
        [.. Ranking.Rows.Select(r => new SpreadColumn([.. r.Scores.Select(s => (double)s)]))]);

    /// <summary>The mark of one row: thick for one standard deviation about the mean, thin from the lowest to the highest review.</summary>
    public RankMarkRow Mark(RankedRow row)
    {
        var marks = row.Marks!;
        var (mean, deviation) = ((double)marks.Mean, marks.Deviation ?? 0);
        var state = row.Standing switch
        {
            Standing.Above => RankState.Fund,
            Standing.Tied => RankState.Draw,
            Standing.Below or Standing.NotReviewed => RankState.Decline,
        };
        return new RankMarkRow(
            Scale,
            (double?)Ranking!.LineAt,
            new RankMark(mean, mean - deviation, mean + deviation, (double)marks.Lowest, (double)marks.Highest, state));
    }

    private bool IsShown(RankedRow row) => Show switch
    {
        "above" => row.Standing is Standing.Above or Standing.Tied,
        "below" => row.Standing is Standing.Below or Standing.NotReviewed,
        "undecided" => row.Decision is null,
        _ => true,
    };
}
