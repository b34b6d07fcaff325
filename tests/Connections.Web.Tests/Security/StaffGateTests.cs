using System.Net;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Security;

namespace Connections.Web.Tests.Security;

public sealed class StaffGateTests(OnSqlite fixture) : IClassFixture<OnSqlite>
{
    private readonly ConnectionsHost host = fixture.Host;

    [Theory]
    [InlineData("/staff")]
    [InlineData("/STAFF/People")]
    [InlineData("/staff/there-is-no-such-page")]
    public async Task The_public_is_asked_to_sign_in_whether_the_page_exists_or_not(string path)
    {
        using var visitor = host.Visitor();

        var page = await visitor.GetAsync(path);

        page.AssertShown("Sign in");
        Assert.StartsWith("/sign-in?returnPath=", page.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.Ambassador, "/staff")]
    [InlineData(Roles.ConsularPartner, "/staff/people")]
    [InlineData(Roles.Ambassador, "/staff/there-is-no-such-page")]
    public async Task Somebody_without_a_staff_role_finds_nothing(string role, string path)
    {
        using var visitor = await host.SignedInAsync(role);

        var page = await visitor.GetAsync(path);

        page.AssertStatus(HttpStatusCode.NotFound);
        Assert.Equal("This page is not here", page.Heading);
    }

    [Fact]
    public async Task Staff_without_a_second_factor_are_asked_for_one()
    {
        using var visitor = await host.SignedInAsync(await host.PersonAsync(Roles.Administrator), secondFactor: false);

        var page = await visitor.GetAsync("/staff/people");

        page.AssertShown("Set up a second proof");
        Assert.Equal("/sign-in/second-factor?returnPath=%2Fstaff%2Fpeople", page.Path);
    }

    [Fact]
    public async Task Staff_whose_role_lacks_the_ability_are_told_so()
    {
        using var visitor = await host.SignedInAsync(Roles.Reviewer);

        var page = await visitor.GetAsync("/staff/people");

        page.AssertStatus(HttpStatusCode.Forbidden);
        Assert.Equal("Your role does not include this", page.Heading);
    }

    [Fact]
    public async Task Staff_with_a_second_factor_see_their_work()
    {
        using var visitor = await host.SignedInAsync(Roles.Editor);

        var page = await visitor.GetAsync("/staff");

        page.AssertShown("What waits for you today");
    }
}
