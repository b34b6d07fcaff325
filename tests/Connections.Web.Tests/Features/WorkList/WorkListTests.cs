using System.Security.Claims;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Security;
using Connections.Web.WorkList;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Web.Tests.Features.WorkList;

public sealed class WorkListTests(OnSqlite fixture) : IClassFixture<OnSqlite>
{
    [Fact]
    public async Task What_waits_is_grouped_by_how_late_it_is_and_counted_beside_its_link()
    {
        using var signedIn = await fixture.Host.SignedInAsync(Roles.Auditor);
        await using var host = fixture.Host.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton<IWorkListSource, ThreeThings>()));
        using var visitor = new Visitor(host.CreateDefaultClient(new Uri("https://localhost"), signedIn.Cookies), signedIn.Cookies);

        var page = await visitor.GetAsync("/staff");

        page.AssertShown("What waits for you today");
        Assert.Equal(["Late 1 thing", "Today 1 thing", "Later 1 thing"], page.Texts("table.work caption"));
        Assert.Equal(["6 days of 5 days: 1 day late", "23 hours of 1 day", "1 day of 30 days"], page.Texts(".work__wait p"));
        Assert.Contains("3 things wait: 1 late, 1 for today.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["3", "1"], page.Texts(".worknav__inner .worknav__count"));
        Assert.Equal("1 late", page.Texts(".worknav__inner .worknav__wait")[0]);
    }

    private sealed class ThreeThings : IWorkListSource
    {
        public Task<IReadOnlyList<WorkItem>> ListAsync(ClaimsPrincipal user, CancellationToken ct) => Task.FromResult<IReadOnlyList<WorkItem>>(
        [
            new("Directory", "A listing", "Five changes", "/staff/directory/1", FixedClock.Noon.AddDays(-6), TimeSpan.FromDays(5), "Compare"),
            new("Audit", "An export", "Look at it", "/staff/audit?act=x", FixedClock.Noon.AddHours(-23), TimeSpan.FromDays(1), "Look"),
            new("Members", "An erasure", "Nothing holds it", "/staff/members/1", FixedClock.Noon.AddDays(-1), TimeSpan.FromDays(30), "Erase"),
        ]);
    }
}
