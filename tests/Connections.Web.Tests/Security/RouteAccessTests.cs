using System.Net;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Accounts;
using Connections.Web.Security;

namespace Connections.Web.Tests.Security;

/// <summary>Who may open what. A new page fails here until somebody decides, by adding its line to routes.approved.txt.</summary>
public sealed class RouteAccessTests(OnSqlite fixture) : IClassFixture<OnSqlite>
{
    private static readonly string ApprovedFile = SourceTree.Beside("routes.approved.txt");

    [Fact]
    public async Task Every_route_is_on_the_approved_list_with_its_policy()
    {
        var found = (await RouteList.OfAsync(fixture.Host)).Select(r => r.ToString()).ToList();

        var approved = await File.ReadAllLinesAsync(ApprovedFile);
        var missing = found.Except(Squeezed(approved, found)).Select(r => "+ " + r);
        var gone = approved.Where(a => a.Length > 0).Where(a => !found.Any(f => Same(a, f))).Select(r => "- " + r);
        var difference = string.Join('\n', missing.Concat(gone));
        Assert.True(difference.Length == 0, $"Decide who may open these, then add (+) or remove (-) the lines in {ApprovedFile}:\n{difference}");
    }

    [Fact]
    public async Task Everything_under_staff_and_account_asks_who_is_there()
    {
        var open = (await RouteList.OfAsync(fixture.Host)).Where(r => r.IsPublic)
            .Where(r => r.Route.StartsWith("/staff", StringComparison.OrdinalIgnoreCase) || r.Route.StartsWith("/account", StringComparison.OrdinalIgnoreCase));

        Faults.AssertNone(open);
    }

    [Fact]
    public async Task Every_ability_that_a_route_asks_for_belongs_to_some_role()
    {
        var unknown = (await RouteList.OfAsync(fixture.Host)).SelectMany(r => r.Abilities).Except(RoleAbilities.All);

        Faults.AssertNone(unknown);
    }

    [Fact]
    public async Task Somebody_who_has_not_signed_in_opens_public_routes_only()
    {
        using var visitor = fixture.Host.Visitor();
        var opened = new List<string>();
        foreach (var route in (await RouteList.OfAsync(fixture.Host)).Where(r => !r.IsPublic))
        {
            opened.AddRange(await OpenedAsync(visitor, route));
        }

        Faults.AssertNone(opened);
    }

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task A_role_opens_only_what_its_abilities_allow(string role)
    {
        using var visitor = role == Roles.Member ? await fixture.Host.SignedInAsync() : await fixture.Host.SignedInAsync(role);
        var opened = new List<string>();
        foreach (var route in (await RouteList.OfAsync(fixture.Host)).Where(r => r.IsClosedTo(role)))
        {
            opened.AddRange(await OpenedAsync(visitor, route));
        }

        Faults.AssertNone(opened);
    }

    [Fact]
    public async Task Without_a_second_factor_staff_open_nothing_that_asks_for_an_ability()
    {
        using var visitor = await fixture.Host.SignedInAsync(await fixture.Host.PersonAsync([.. Roles.Staff]), secondFactor: false);
        var opened = new List<string>();
        foreach (var route in (await RouteList.OfAsync(fixture.Host)).Where(r => r.Abilities.Count > 0 || r.IsClosedTo(Roles.Member)))
        {
            opened.AddRange(await OpenedAsync(visitor, route));
        }

        Faults.AssertNone(opened);
    }

    public static TheoryData<string> EveryRole => [.. Roles.Granted, Roles.Member];

    /// <summary>What was answered as if it were open: anything but a refusal or the way to sign in.</summary>
    private static async Task<List<string>> OpenedAsync(Visitor visitor, ApprovedRoute route)
    {
        var opened = new List<string>();
        foreach (var method in route.Methods.Split(','))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method == "*" ? "GET" : method), route.Address());
            using var response = await visitor.Http.SendAsync(request);
            var isRefused = response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
                || (response.StatusCode is HttpStatusCode.Found && response.Headers.Location!.OriginalString.StartsWith(AccountsLinks.SignInPath, StringComparison.Ordinal));
            if (!isRefused)
            {
                opened.Add($"{method} {route.Route}: {(int)response.StatusCode} {response.Headers.Location}");
            }
        }

        return opened;
    }

    private static IEnumerable<string> Squeezed(IEnumerable<string> approved, List<string> found) =>
        found.Where(f => approved.Any(a => Same(a, f)));

    private static bool Same(string left, string right) => Words(left).SequenceEqual(Words(right));

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
