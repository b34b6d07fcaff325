using Connections.Data;
using Connections.Domain.Calls;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Public.ReadResults;

/// <summary>One application in order of its mean mark, without a name: the mean, and the lowest and highest of its readers.</summary>
public sealed record PlaceInLine(int Rank, decimal Mean, decimal Lowest, decimal Highest, bool IsChosen)
{
    public static async Task<IReadOnlyList<PlaceInLine>> OfAsync(ConnectionsDbContext db, Call call, HashSet<CallApplicationId> chosen, CancellationToken ct)
    {
        var reviews = await db.Reviews.AsNoTracking()
            .Where(r => r.Status == ReviewStatus.Submitted && db.Applications.Any(a => a.Id == r.ApplicationId && a.CallId == call.Id && a.Status == ApplicationStatus.Decided))
            .ToListAsync(ct);
        var marks = reviews.GroupBy(r => r.ApplicationId)
            .Select(g => (g.Key, g.Key.ToString(), MarkSpread.Of([.. g.Select(r => r.Mark(call.Rubric)).OfType<decimal>()])));
        return [.. Ranking.Of(marks).Where(r => r.Marks is not null).Select(r => new PlaceInLine(r.Rank!.Value, r.Marks!.Mean, r.Marks.Lowest, r.Marks.Highest, chosen.Contains(r.Id)))];
    }
}
