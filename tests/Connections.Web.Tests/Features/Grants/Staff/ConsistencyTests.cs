using System.Net;
using Connections.Domain.Calls;
using Connections.Reviewing.Ranking;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Grants.Reading;
using Connections.Web.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Web.Tests.Features.Grants.Staff;

public abstract class ConsistencyTests(HostFixture fixture)
{
    [Fact]
    public async Task A_reviewer_who_marks_far_below_the_others_is_named_and_whom_that_harms_is_shown()
    {
        var call = await CallExample.AddAsync(fixture.Host, reviewers: 2);
        var (fair, alsoFair, strict) = (await call.ReviewerAsync(1), await call.ReviewerAsync(2), await call.ReviewerAsync(3));
        int[] worth = [6, 5, 5, 4, 4, 3, 6, 5, 4, 3];
        for (var i = 0; i < worth.Length; i++)
        {
            var application = await call.ApplicationAsync(i + 1, pounds: 2_500);
            await call.ReviewAsync(application, i % 2 == 0 ? fair : alsoFair, worth[i], worth[i]);
            await call.ReviewAsync(application, i % 3 == 0 ? strict : i % 2 == 0 ? alsoFair : fair, i % 3 == 0 ? worth[i] - 2 : worth[i], i % 3 == 0 ? worth[i] - 2 : worth[i]);
        }

        using var manager = await fixture.Host.SignedInAsync(Roles.FundManager);
        var page = await manager.GetAsync($"/staff/grants/{call.Slug}/consistency");

        page.AssertShown("Are the reviews consistent?");
        Assert.Contains("From 20 of 20 reviews.", page.Text, StringComparison.Ordinal);
        Assert.Contains(page.Texts(".findings h2"), text => text is "1 reviewer marks far from the rest");
        Assert.Equal(["Plan", "Reach"], page.Texts("figure:has(#agreement-title) tbody th"));
        Assert.Equal(3, page.Texts("figure:has(#leniency-title) tbody th").Count);
        Assert.StartsWith("−", page.Texts("figure:has(#leniency-title) tbody td:nth-of-type(1)")[^1], StringComparison.Ordinal);
        Assert.Equal(10, page.Texts(".ranks tbody th").Count);

        var decision = await manager.GetAsync($"/staff/grants/{call.Slug}/decisions/{call.Prefix}-001");
        Assert.Contains("With strictness taken out it stands at", decision.Text, StringComparison.Ordinal);
        Assert.Matches(@"^Reviewer 3\s*marks [0-9.]+ lower than the others$", decision.Texts(".compare thead th")[^1]);
    }

    [Fact]
    public async Task While_reviews_are_missing_nothing_is_put_in_order()
    {
        var call = await CallExample.AddAsync(fixture.Host, reviewers: 2);
        var (one, other) = (await call.ReviewerAsync(1), await call.ReviewerAsync(2));
        foreach (var number in new[] { 1, 2 })
        {
            var application = await call.ApplicationAsync(number);
            await call.ReviewAsync(application, one, 5, number);
            if (number == 1)
            {
                await call.ReviewAsync(application, other, 4, 4);
            }
            else
            {
                await call.AssignAsync(application, other);
            }
        }

        using var manager = await fixture.Host.SignedInAsync(Roles.FundManager);
        var page = await manager.GetAsync($"/staff/grants/{call.Slug}/consistency");

        Assert.Contains("1 review is not in", page.Texts(".findings h2"));
        Assert.Empty(page.Texts(".ranks tbody th"));
        Assert.Contains("So far 3 of 4 are in", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_review_the_page_says_so()
    {
        var call = await CallExample.AddAsync(fixture.Host, status: CallStatus.Open);
        using var manager = await fixture.Host.SignedInAsync(Roles.FundManager);

        Assert.Contains("No review has been sent yet.", (await manager.GetAsync($"/staff/grants/{call.Slug}/consistency")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reviewer_does_not_see_what_others_gave()
    {
        var call = await CallExample.AddAsync(fixture.Host);
        using var reviewer = await fixture.Host.SignedInAsync(Roles.Reviewer);

        (await reviewer.GetAsync($"/staff/grants/{call.Slug}/consistency")).AssertStatus(HttpStatusCode.Forbidden);
    }

    [Fact]
    public void The_same_scores_are_worked_out_once_and_changed_ones_anew()
    {
        var statistics = fixture.Host.Services.GetRequiredService<ReviewStatistics>();
        var options = new RankingOptions { Scale = new(1, 6) };
        Score[] scores = [new("A", "r1", 5), new("A", "r2", 4), new("B", "r1", 3), new("B", "r2", 2)];

        var first = statistics.Ranking(scores, options);

        Assert.Same(first, statistics.Ranking([.. scores.Reverse()], options));
        Assert.NotSame(first, statistics.Ranking([.. scores[..3], new("B", "r2", 2.5)], options));
        Assert.NotSame(first, statistics.Ranking(scores, options with { Places = 1 }));
        Assert.Null(statistics.Ranking([], options));
    }
}

public sealed class ConsistencyTestsOnSqlite(OnSqlite fixture) : ConsistencyTests(fixture), IClassFixture<OnSqlite>;

public sealed class ConsistencyTestsOnPostgreSql(OnPostgreSql fixture) : ConsistencyTests(fixture), IClassFixture<OnPostgreSql>;
