using Connections.Data;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Connections.Web.Features.Grants.Reading;
using Connections.Web.Sites;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Public.ReadResults;

/// <summary>Everything that is public about a decided call. No applicant who was not chosen can be told from it.</summary>
public sealed record PublishedResults(
    Call Call,
    IReadOnlyList<Award> Awards,
    int Applications,
    IReadOnlyList<PlaceInLine> Line,
    RegionShare All,
    IReadOnlyList<RegionShare> Groups,
    bool ByRegion,
    IReadOnlyList<RegionShare> Languages,
    IReadOnlyDictionary<string, string> ThemeNames,
    int WithFewerReviews)
{
    public Money? Given => Call.Terms.Budget is { } budget ? new Money(Awards.Sum(a => a.AmountMinor ?? 0), budget.Currency) : null;

    public string Themes(Award award) => string.Join(", ", award.Themes.Select(t => ThemeNames.GetValueOrDefault(t, t)));

    /// <returns>Null where there is no such call or its results are not published.</returns>
    public static async Task<PublishedResults?> FindAsync(ConnectionsDbContext db, ReviewStatistics statistics, Countries countries, Site site, string slug, CancellationToken ct)
    {
        var call = await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug && c.Status == CallStatus.Decided && c.ResultsPublishedAt != null, ct);
        if (call is null)
        {
            return null;
        }

        var awards = await db.Awards.AsNoTracking().Where(a => a.CallId == call.Id).OrderBy(a => a.Reference).ToListAsync(ct);
        var received = await db.Applications
            .Where(a => a.CallId == call.Id && a.Status == ApplicationStatus.Decided)
            .Select(a => new Received(a.Id, a.Country, a.Language, a.Themes)).ToListAsync(ct);
        var chosen = awards.Select(a => a.ApplicationId).ToHashSet();
        var form = await db.FormVersions.AsNoTracking().SingleAsync(f => f.Id == call.FormVersionId, ct);
        var regions = Group(received, chosen, r => countries.TryFind(r.Country, out var country) ? country.Continent : "");

        // Where nearly all come from one region, regions say nothing; what the projects are about does.
        var byRegion = regions.Count > 1;
        return new PublishedResults(
            call,
            awards,
            received.Count,
            await PlaceInLine.OfAsync(db, statistics, call, chosen, ct),
            new RegionShare([], received.Count, chosen.Count),
            byRegion ? regions : Group(received, chosen, r => r.Themes.FirstOrDefault() ?? ""),
            byRegion,
            Group(received, chosen, r => r.Language.StartsWith(site.DefaultLanguage, StringComparison.Ordinal) ? "main" : "other"),
            form.Definition.Find("themes")?.PreValues.ToDictionary(o => o.Value, o => o.Caption) ?? [],
            await db.Applications.CountAsync(
                a => a.CallId == call.Id && a.Status == ApplicationStatus.Decided && db.Reviews.Count(r => r.ApplicationId == a.Id && r.Status == ReviewStatus.Submitted) < call.Terms.ReviewersPerApplication, ct));
    }

    private static IReadOnlyList<RegionShare> Group(List<Received> received, HashSet<CallApplicationId> chosen, Func<Received, string> of) =>
        RegionShare.Join(received.GroupBy(of).Select(g => new RegionShare([g.Key], g.Count(), g.Count(r => chosen.Contains(r.Id)))));

    private sealed record Received(CallApplicationId Id, string? Country, string Language, List<string> Themes);
}
