using Connections.Domain.Shared;
using Connections.EndToEnd.Tests.Browsing;
using Connections.Testing;
using Connections.Web.Features.Grants.Emails;
using Connections.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Connections.EndToEnd.Tests.Grants;

public abstract class DecideACallTests(Portal portal, Chromium chromium)
{
    private const string Call = "connections-fund-2027";

    [Fact]
    public async Task A_call_goes_from_open_to_published_in_one_sitting()
    {
        var manager = await portal.OpenAsync(chromium, portal.PersonWith(Roles.FundManager));
        var call = await StaffCallPage.OpenAsync(manager, Call);
        await (await call.CloseAsync("The panel meets earlier")).ShowsTextAsync("The call is closed");
        await (await call.AssignAsync()).ShowsTextAsync("The plan is recorded");

        var (reference, tied) = (await PilesAsync()).Select(p => (p.Reference, p.Reviewer)).First();
        var pile = await PilePage.OpenAsync(await portal.OpenAsync(chromium, tied), Call);
        await (await (await pile.OpenReviewAsync(reference)).DeclareConflictAsync("We share an office")).ShowsTextAsync($"{reference} is off your pile");
        call = await StaffCallPage.OpenAsync(manager, Call);
        await (await call.AssignAsync()).ShowsTextAsync("The plan is recorded");

        var piles = await PilesAsync();
        Assert.DoesNotContain((reference, tied), piles);
        await ReviewAllAsync(piles);

        var best = piles.Select(p => p.Reference).Distinct().Order(StringComparer.Ordinal).ToList();
        call = await StaffCallPage.OpenAsync(manager, Call);
        Assert.Equal(best, await call.RankingAsync());
        await call.DecideAsync(best[0], "Award", "2500", "It reaches many people.", "Tell us how it went.");
        await call.DecideAsync(best[1], "Decline", "", "The costs were not explained.", "Name each cost.");
        await (await call.RecordAndPublishAsync()).ShowsTextAsync("The results are published");

        var visitor = await portal.OpenAsync(chromium);
        await visitor.GotoAsync($"/grants/{Call}/results");
        Assert.Contains("£2,500", await visitor.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(2, await portal.Host.WithDataAsync(db => db.OutboxMails.CountAsync(m => m.Kind == nameof(DecisionEmail))));
    }

    /// <summary>Every review of the plan: the first application gets the better scores, and one review is saved half done before it is sent.</summary>
    private async Task ReviewAllAsync(IReadOnlyList<(string Reference, AccountId Reviewer)> piles)
    {
        var isFirst = true;
        foreach (var pile in piles.GroupBy(p => p.Reviewer))
        {
            var window = await portal.OpenAsync(chromium, pile.Key);
            var page = await PilePage.OpenAsync(window, Call);
            foreach (var (reference, _) in pile)
            {
                var review = await (await page.OpenReviewAsync(reference)).ScoreAllAsync(reference.EndsWith("001", StringComparison.Ordinal) ? 5 : 3, "It says clearly what will happen and for whom");
                if (isFirst)
                {
                    await (await review.SaveAsync()).ShowsTextAsync($"Your review of {reference} is saved");
                    review = await page.OpenReviewAsync(reference);
                    isFirst = false;
                }

                await (await review.SendAsync()).ShowsTextAsync($"Your review of {reference} is sent");
            }

            await window.Context.DisposeAsync();
        }
    }

    private Task<List<(string Reference, AccountId Reviewer)>> PilesAsync() => portal.Host.WithDataAsync(async db =>
    {
        var pairs = await (
            from s in db.ReviewAssignments
            join a in db.Applications on s.ApplicationId equals a.Id
            join c in db.Calls on a.CallId equals c.Id
            join m in db.PanelMembers on s.PanelMemberId equals m.Id
            where c.Slug == Call && s.ReleasedAt == null
            orderby m.Number, a.Reference
            select new { Reference = a.Reference!, m.AccountId }).ToListAsync();
        return pairs.Select(p => (p.Reference, p.AccountId)).ToList();
    });
}

/// <summary>A portal of its own: the journey closes the call that others apply to.</summary>
public sealed class ScotlandToDecide() : Portal("scotland");

public sealed class BristolToDecide() : Portal("bristol");

public sealed class DecideACallInScotland(ScotlandToDecide portal, Chromium chromium) : DecideACallTests(portal, chromium), IClassFixture<ScotlandToDecide>;

public sealed class DecideACallInBristol(BristolToDecide portal, Chromium chromium) : DecideACallTests(portal, chromium), IClassFixture<BristolToDecide>;
