using Connections.Data;
using Connections.Domain.Calls;
using Connections.Reviewing.Ranking;
using Connections.Web.Features.Grants.Reading;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Public.ReadResults;

/// <summary>One application in order of its mean mark, without a name: the mean, and the lowest and highest of its readers.</summary>
/// <param name="FairFrom">With the strictness of its readers taken out, half of what is likely lies between this place and <paramref name="FairTo"/>.</param>
public sealed record PlaceInLine(int Rank, decimal Mean, decimal Lowest, decimal Highest, int FairFrom, int FairTo, bool IsChosen)
{
    public static async Task<IReadOnlyList<PlaceInLine>> OfAsync(ConnectionsDbContext db, ReviewStatistics statistics, Call call, HashSet<CallApplicationId> chosen, CancellationToken ct)
    {
        var reviews = await db.Reviews.AsNoTracking()
            .Where(r => r.Status == ReviewStatus.Submitted && db.Applications.Any(a => a.Id == r.ApplicationId && a.CallId == call.Id && a.Status == ApplicationStatus.Decided))
            .ToListAsync(ct);
        var marks = reviews.GroupBy(r => r.ApplicationId)
            .Select(g => (g.Key, g.Key.ToString(), MarkSpread.Of([.. g.Select(r => r.Mark(call.Rubric)).OfType<decimal>()])));
        var scores = reviews.Select(r => (r, Mark: r.Mark(call.Rubric))).Where(r => r.Mark is not null)
            .Select(r => new Score(r.r.ApplicationId.ToString(), r.r.PanelMemberId.ToString(), (double)r.Mark!.Value)).ToList();
        var fair = statistics.Ranking(scores, new RankingOptions { Scale = new(call.Rubric.Scale.Min, call.Rubric.Scale.Max) })?.Applications.ToDictionary(a => a.Application) ?? [];
        return
        [
            .. from place in Domain.Calls.Ranking.Of(marks)
               where place.Marks is not null
               select (place.Id, place.Rank, Marks: place.Marks!, Likely: fair[place.Reference]) into p
               select new PlaceInLine(p.Rank!.Value, p.Marks.Mean, p.Marks.Lowest, p.Marks.Highest, p.Likely.Rank25, p.Likely.Rank75, chosen.Contains(p.Id)),
        ];
    }
}
