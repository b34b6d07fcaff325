using Connections.Data;
using Connections.Domain.Calls;
using Connections.Reviewing.Ranking;
using Microsoft.EntityFrameworkCore;
using Budget = Connections.Reviewing.Ranking.Budget;
using RankedApplication = Connections.Domain.Calls.RankedApplication;

namespace Connections.Web.Features.Grants.Staff.Reading;

/// <summary>What the budget says about an application: it reaches, it does not, or equals share what is left.</summary>
public enum Standing
{
    Above,
    Tied,
    Below,
    NotReviewed,
}

/// <summary>All applications of a call in order of the mean of their weighted scores, with the funding line.</summary>
/// <param name="LineAt">The lowest mean that the money reaches; none where it reaches nobody.</param>
/// <param name="LeftOver">Money, or places, that nobody below fits.</param>
public sealed record CallRanking(Call Call, IReadOnlyList<RankedRow> Rows, decimal? LineAt, long LeftOver)
{
    public int Above => Rows.Count(r => r.Standing is Standing.Above);

    /// <summary>What the reviewed applications ask for of what the call has to give.</summary>
    public Budget Budget => BudgetOf(Call, Rows.Where(r => r.Marks is not null).ToDictionary(r => r.Reference, r => Call.Terms.Budget is null ? 1 : r.AskedMinor ?? 0));

    public RankedRow? Find(string reference) => Rows.FirstOrDefault(r => string.Equals(r.Reference, reference, StringComparison.OrdinalIgnoreCase));

    public static async Task<CallRanking> OfAsync(ConnectionsDbContext db, Call call, CancellationToken ct)
    {
        var applications = await db.Applications.AsNoTracking()
            .Where(a => a.CallId == call.Id && (a.Status == ApplicationStatus.Submitted || a.Status == ApplicationStatus.Decided))
            .Select(a => new { a.Id, Reference = a.Reference!, a.Title, a.Applicant, a.Country, a.Themes, a.AmountRequestedMinor })
            .ToDictionaryAsync(a => a.Id, ct);
        var reviews = await (
            from r in db.Reviews.AsNoTracking()
            join s in db.ReviewAssignments on r.AssignmentId equals s.Id
            join a in db.Applications on r.ApplicationId equals a.Id
            where a.CallId == call.Id && r.SubmittedAt != null && s.ReleasedAt == null
            select r).ToListAsync(ct);
        var decisions = await db.Decisions.AsNoTracking().Where(d => d.CallId == call.Id).ToDictionaryAsync(d => d.ApplicationId, ct);
        var marks = reviews.Select(r => (r.ApplicationId, Mark: r.Mark(call.Rubric))).Where(m => m.Mark is not null).ToLookup(m => m.ApplicationId, m => m.Mark!.Value);
        var ranked = Domain.Calls.Ranking.Of(applications.Values.Select(a => (a.Id, a.Reference, MarkSpread.Of([.. marks[a.Id]]))));
        var walk = Walk(call, ranked, id => applications[id].AmountRequestedMinor ?? 0);
        var above = walk.Awards.Where(a => !a.IsReduced).Select(a => a.Application).ToHashSet();
        List<RankedRow> rows =
        [
            .. from r in ranked
               let a = applications[r.Id]
               select new RankedRow(
                   r.Id, r.Reference, a.Title, a.Applicant, a.Country, a.Themes, a.AmountRequestedMinor, r.Rank, r.Marks, [.. marks[r.Id]],
                   r.Marks is null ? Standing.NotReviewed : above.Contains(r.Reference) ? Standing.Above : walk.Undecided.Contains(r.Reference) && (call.Terms.Budget is null || a.AmountRequestedMinor <= walk.LeftOver) ? Standing.Tied : Standing.Below,
                   decisions.GetValueOrDefault(r.Id)),
        ];
        return new CallRanking(call, rows, rows.Where(r => r.Standing is Standing.Above).Min(r => r.Marks?.Mean), walk.LeftOver);
    }

    /// <summary>What the call has to give, by its own rule for what is left over. Places are money in whole ones: everybody asks for one.</summary>
    private static Budget BudgetOf(Call call, IReadOnlyDictionary<string, long> requests)
    {
        var policy = call.Terms.Leftover switch
        {
            "skip-to-fit" => LeftOverPolicy.SkipToFit,
            "reduced-offer" => LeftOverPolicy.ReducedOffer,
            _ => LeftOverPolicy.Stop,
        };
        return new Budget(call.Terms.Budget?.MinorUnits ?? call.Terms.Places ?? 0, policy, requests);
    }

    private static BudgetWalk Walk(Call call, IReadOnlyList<RankedApplication> ranked, Func<CallApplicationId, long> asked)
    {
        var reviewed = ranked.Where(r => r.Marks is not null).ToList();
        var budget = BudgetOf(call, reviewed.ToDictionary(r => r.Reference, r => call.Terms.Budget is null ? 1 : asked(r.Id)));
        return budget.Walk([.. reviewed.GroupBy(r => r.Rank).OrderBy(g => g.Key).Select(IReadOnlyList<string> (g) => [.. g.Select(r => r.Reference)])]);
    }
}

/// <summary>One application in the ranking.</summary>
/// <param name="Scores">The weighted score of each review.</param>
public sealed record RankedRow(
    CallApplicationId Id,
    string Reference,
    string? Title,
    string? Applicant,
    string? Country,
    IReadOnlyList<string> Themes,
    long? AskedMinor,
    int? Rank,
    MarkSpread? Marks,
    IReadOnlyList<decimal> Scores,
    Standing Standing,
    Decision? Decision)
{
    /// <summary>Whether its decision leaves the order: an award below the line, or none above it.</summary>
    public bool LeavesTheOrder => Decision is { } decision && Standing is not Standing.Tied && (decision.Kind is DecisionKind.Award) != (Standing is Standing.Above);

    /// <summary>The shape that stands for it beside its words.</summary>
    public string Shape => Standing switch
    {
        Standing.Above => "fund",
        Standing.Tied => "draw",
        Standing.Below or Standing.NotReviewed => "decline",
    };
}
