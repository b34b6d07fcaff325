using Connections.Data;
using Connections.Domain.Calls;
using Connections.Reviewing.Ranking;
using Connections.Web.Features.Grants.Reading;
using Connections.Web.Features.Grants.Staff.Reading;
using Connections.Web.Features.Shared.Drawing;
using Connections.Web.Features.Shared.Navigation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using RankedApplication = Connections.Reviewing.Ranking.RankedApplication;

namespace Connections.Web.Features.Grants.Staff.Consistency;

/// <summary>Whether the reviews can be relied on, and how the order would look with reviewers' strictness taken out. It decides nothing.</summary>
[Authorize(Policy = GrantsPolicies.Read)]
public sealed class ConsistencyModel(ConnectionsDbContext db, ReviewStatistics statistics, IStringLocalizer<GrantsStaffText> texts) : PageModel
{
    // Rows shown on either side of the line before somebody asks for all of them.
    private const int AroundTheLine = 10;

    public CallProgress Progress { get; private set; } = null!;

    public CallConsistency Figures { get; private set; } = null!;

    public Call Call => Progress.Call;

    /// <summary>The order by plain means; null while it may not be seen.</summary>
    public CallRanking? Plain { get; private set; }

    public IReadOnlyList<ReviewerLeniency> FarReviewers => [.. (Figures.Ranking?.Reviewers ?? []).Where(r => CallConsistency.IsFar(r, Call.Rubric))];

    /// <summary>Who would change sides of the line with strictness taken out.</summary>
    public IReadOnlyList<string> ChangingSides { get; private set; } = [];

    public IReadOnlyList<CalibratedRow> Rows { get; private set; } = [];

    /// <summary>Where in the whole order the rows are; null while only those around the line are shown.</summary>
    public PageOfResults? Pages { get; private set; }

    public bool ShowsAll { get; private set; }

    public async Task<IActionResult> OnGetAsync(string call, bool all, CancellationToken ct)
    {
        if (await CallProgress.FindAsync(db, call, ct) is not { } progress)
        {
            return NotFound();
        }

        Progress = progress;
        Plain = progress.IsRanked ? await CallRanking.OfAsync(db, progress.Call, ct) : null;
        Figures = await CallConsistency.OfAsync(db, statistics, progress.Call, Plain, ct);
        if (Plain is not null && Figures.Ranking is { } ranking)
        {
            Order(Plain, ranking, all);
        }

        return Page();
    }

    public string NameOf(string reviewer) => Progress.Reviewers.FirstOrDefault(r => $"{r.Member.Number}" == reviewer)?.Name ?? reviewer;

    public IntervalPlot AgreementPlot() => new(
        "agreement", texts["Consistency.Agreement"], texts["Consistency.AgreementSays"], new PlotScale(-0.2, 1), [0, 0.2, 0.4, 0.6, 0.8, 1],
        [.. Figures.Agreements.Select(a => new IntervalRow(a.Criterion.Name, a.Agreement.Alpha, a.Agreement.Low, a.Agreement.High, CallConsistency.IsLittle(a.Agreement)))])
    {
        RowHeading = texts["Consistency.Criterion"],
        ValueHeading = texts["Consistency.Alpha"],
        Zero = 0,
        LowWords = texts["Consistency.ByChance"],
        HighWords = texts["Consistency.AllAgree"],
        NameWidth = 38,
    };

    public IntervalPlot LeniencyPlot()
    {
        var reviewers = Figures.Ranking!.Reviewers.OrderByDescending(r => r.Leniency).ToList();
        // Half points, with room for the words at the end of the longest line.
        var reach = Math.Max(1, Math.Ceiling(2.5 * reviewers.Max(r => Math.Max(Math.Abs(r.Low), Math.Abs(r.High)))) / 2);
        return new IntervalPlot(
            "leniency", texts["Consistency.Leniency"], texts["Consistency.LeniencySays"], new PlotScale(-reach, reach), [-reach, -reach / 2, 0, reach / 2, reach],
            [.. reviewers.Select(r => new IntervalRow(NameOf(r.Reviewer), r.Leniency, r.Low, r.High, CallConsistency.IsFar(r, Call.Rubric)))])
        {
            RowHeading = texts["Column.Reviewer"],
            ValueHeading = texts["Consistency.Points"],
            Zero = 0,
            LowWords = texts["Consistency.Strict"],
            HighWords = texts["Consistency.Lenient"],
            Format = "+0.00;−0.00;0.00",
        };
    }

    public RankOverview Field() => new(
        "field", texts["Consistency.Field"], texts["Consistency.FieldDescription", Figures.Ranking!.Applications.Count(a => a.Group is FundingGroup.Fund), Figures.Ranking.Applications.Count(a => a.Group is FundingGroup.Draw)],
        texts["Consistency.FieldSays"], Figures.Ranking.Awards?.FullyFundable ?? 0, [.. Figures.Ranking.Applications.Select(CalibratedRow.MarkOf)]);

    private void Order(CallRanking plain, CalibratedRanking ranking, bool all)
    {
        var above = plain.Rows.Where(r => r.Standing is Standing.Above).Select(r => r.Reference).ToHashSet(StringComparer.Ordinal);
        var calibrated = (ranking.Awards?.Awards ?? []).Where(a => !a.IsReduced).Select(a => a.Application).ToHashSet(StringComparer.Ordinal);
        ChangingSides = [.. above.Except(calibrated).Union(calibrated.Except(above)).Order(StringComparer.Ordinal)];
        var line = ranking.Awards?.FullyFundable ?? 0;
        Pages = all ? CallPages.Asked(Request, ranking.Applications.Count) : null;
        var first = Math.Clamp(line - AroundTheLine, 0, ranking.Applications.Count);
        var rows = Pages?.Of(ranking.Applications) ?? ranking.Applications.Skip(first).Take(line - first + AroundTheLine);
        Rows = [.. rows.Select(a => new CalibratedRow(a, plain.Find(a.Application)!, ranking.Line, ranking.Applications.Count))];
        ShowsAll = all || Rows.Count == ranking.Applications.Count;
    }
}

/// <summary>One application in the order with strictness taken out, beside its place in the plain one.</summary>
public sealed record CalibratedRow(RankedApplication Figures, RankedRow Plain, double? LineAt, int Applications)
{
    public RankMarkRow Mark => new(new PlotScale(1, Applications), LineAt, MarkOf(Figures));

    /// <summary>The shape that stands for the group beside its word.</summary>
    public string Shape => Figures.Group switch
    {
        FundingGroup.Fund => "fund",
        FundingGroup.Draw => "draw",
        FundingGroup.Decline or null => "decline",
    };

    public static RankMark MarkOf(RankedApplication a) => new(a.ExpectedRank, a.Rank25, a.Rank75, a.Rank05, a.Rank95, a.Group switch
    {
        FundingGroup.Fund => RankState.Fund,
        FundingGroup.Draw => RankState.Draw,
        FundingGroup.Decline or null => RankState.Decline,
    });
}
