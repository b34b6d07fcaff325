using Connections.Domain.Calls;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Security;

namespace Connections.Web.Tests.Features.Grants.Staff;

/// <summary>Pages that list the applications of a call, when there are many.</summary>
public abstract class LongCallTests(HostFixture fixture)
{
    private const int PageSize = 100;

    [Theory]
    [InlineData("/assign")]
    [InlineData("")]
    [InlineData("/ranking")]
    [InlineData("/decisions")]
    [InlineData("/decisions/check")]
    [InlineData("/publish")]
    [InlineData("/consistency")]
    public async Task A_list_asks_the_database_as_much_for_three_applications_as_for_one(string page)
    {
        var call = await CallExample.AddAsync(fixture.Host, reviewers: 1);
        var reviewer = await call.ReviewerAsync(1);
        await call.ReviewAsync(await call.ApplicationAsync(1), reviewer, 5, 6);
        using var manager = await fixture.Host.SignedInAsync(Roles.FundManager);

        await fixture.Host.AssertSameQueryCount(
            async () => (await manager.GetAsync($"/staff/grants/{call.Slug}{page}")).AssertStatus(System.Net.HttpStatusCode.OK),
            async () =>
            {
                await call.ReviewAsync(await call.ApplicationAsync(2), reviewer, 4, 4);
                await call.ReviewAsync(await call.ApplicationAsync(3), reviewer, 3, 2);
            });
    }

    [Fact]
    public async Task A_reviewers_pile_of_more_than_a_hundred_comes_over_pages_and_asks_the_database_as_much_as_a_small_one()
    {
        var call = await CallExample.AddAsync(fixture.Host, reviewers: 1);
        var seat = await call.ReviewerAsync(1);
        await call.AssignAsync(await call.ApplicationAsync(1), seat);
        using var reviewer = await fixture.Host.SignedInAsync(seat.AccountId);
        var path = $"/staff/grants/{call.Slug}/reviews";

        await fixture.Host.AssertSameQueryCount(
            async () => (await reviewer.GetAsync(path)).AssertStatus(System.Net.HttpStatusCode.OK),
            async () =>
            {
                for (var number = 2; number <= PageSize + 2; number++)
                {
                    await call.AssignAsync(await call.ApplicationAsync(number), seat);
                }
            });

        Assert.Equal(PageSize, (await reviewer.GetAsync(path)).Texts("table tbody th").Count);
        Assert.Equal([$"{call.Prefix}-101", $"{call.Prefix}-102"], (await reviewer.GetAsync($"{path}?page=2")).Texts("table tbody th"));
    }

    [Fact]
    public async Task More_than_a_hundred_decisions_are_checked_over_pages_that_count_all_of_them()
    {
        var call = await CallExample.AddAsync(fixture.Host, reviewers: 1);
        var reviewer = await call.ReviewerAsync(1);
        for (var number = 1; number <= PageSize + 2; number++)
        {
            var application = await call.ApplicationAsync(number);
            await call.ReviewAsync(application, reviewer, 3, 3);
            await call.DecideAsync(application, number == 1 ? DecisionKind.Award : DecisionKind.Decline);
        }

        using var manager = await fixture.Host.SignedInAsync(Roles.FundManager);

        var first = await manager.GetAsync($"/staff/grants/{call.Slug}/decisions/check");
        var second = await manager.GetAsync($"/staff/grants/{call.Slug}/decisions/check?page=2");

        Assert.Equal(["Award (1)", "Decline (101)"], first.Texts("section h2"));
        Assert.Equal(PageSize, first.Texts("table tbody th").Count);
        Assert.Equal(["Decline (101)"], second.Texts("section h2"));
        Assert.Equal(2, second.Texts("table tbody th").Count);
    }

    [Fact]
    public async Task More_than_a_hundred_applications_are_ranked_over_pages_and_the_line_is_drawn_once()
    {
        var call = await CallExample.AddAsync(fixture.Host, reviewers: 1);
        var reviewer = await call.ReviewerAsync(1);
        for (var number = 1; number <= PageSize + 2; number++)
        {
            await call.ReviewAsync(await call.ApplicationAsync(number), reviewer, number <= 2 ? 6 : 3, 3);
        }

        using var manager = await fixture.Host.SignedInAsync(Roles.FundManager);

        var first = await manager.GetAsync($"/staff/grants/{call.Slug}/ranking");
        var second = await manager.GetAsync($"/staff/grants/{call.Slug}/ranking?page=2");
        var decisions = await manager.GetAsync($"/staff/grants/{call.Slug}/decisions?page=2");
        var beyond = await manager.GetAsync($"/staff/grants/{call.Slug}/decisions?page=99");

        var calibrated = await manager.GetAsync($"/staff/grants/{call.Slug}/consistency?all=true");
        var rest = await manager.GetAsync($"/staff/grants/{call.Slug}/consistency?all=true&page=2");

        Assert.Equal(PageSize, first.Texts(".ranks tbody th").Count);
        Assert.Equal([$"{call.Prefix}-101", $"{call.Prefix}-102"], second.Texts(".ranks tbody th"));
        Assert.Single(first.Texts(".ranks__edge"));
        Assert.Empty(second.Texts(".ranks__edge"));
        Assert.Equal([$"{call.Prefix}-101", $"{call.Prefix}-102"], decisions.Texts("table tbody th"));
        Assert.Equal(decisions.Texts("table tbody th"), beyond.Texts("table tbody th"));
        Assert.Equal(PageSize, calibrated.Texts(".ranks tbody th").Count);
        Assert.Equal(2, rest.Texts(".ranks tbody th").Count);
    }
}

public sealed class LongCallTestsOnSqlite(OnSqlite fixture) : LongCallTests(fixture), IClassFixture<OnSqlite>;

public sealed class LongCallTestsOnPostgreSql(OnPostgreSql fixture) : LongCallTests(fixture), IClassFixture<OnPostgreSql>;
