using Connections.Data;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Connections.Web.Sites;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Reading;

/// <summary>What happened in a round, in a few figures.</summary>
/// <param name="Continents">How many continents the applications came from.</param>
/// <param name="FewestReviews">No application had fewer reviews than this.</param>
/// <param name="Conflicts">How often a reviewer and an application were kept apart.</param>
public sealed record RoundFigures(string Slug, string Name, int Applications, int Continents, int FewestReviews, int Conflicts, int Awards, Money? Given, Money? Budget)
{
    public static async Task<RoundFigures> OfAsync(ConnectionsDbContext db, Call call, Countries countries, CancellationToken ct)
    {
        var received = db.Applications.Where(a => a.CallId == call.Id && (a.Status == ApplicationStatus.Submitted || a.Status == ApplicationStatus.Decided));
        var from = await received.GroupBy(a => a.Country).Select(g => new { Country = g.Key, Count = g.Count() }).ToListAsync(ct);
        var reviews = await received.Select(a => db.Reviews.Count(r => r.ApplicationId == a.Id && r.Status == ReviewStatus.Submitted)).ToListAsync(ct);
        var conflicts = await db.ConflictsOfInterest.CountAsync(c => received.Any(a => a.Id == c.ApplicationId), ct);
        var awards = await db.Awards.Where(a => a.CallId == call.Id).Select(a => a.AmountMinor).ToListAsync(ct);
        return new RoundFigures(
            call.Slug,
            call.Name,
            from.Sum(f => f.Count),
            from.Select(f => countries.TryFind(f.Country, out var country) ? country.Continent : null).Where(c => c is not null).Distinct().Count(),
            reviews.DefaultIfEmpty().Min(),
            conflicts,
            awards.Count,
            call.Terms.Budget is { } budget ? new Money(awards.Sum() ?? 0, budget.Currency) : null,
            call.Terms.Budget);
    }
}
