using Connections.Testing;

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

    private static IEnumerable<string> Squeezed(IEnumerable<string> approved, List<string> found) =>
        found.Where(f => approved.Any(a => Same(a, f)));

    private static bool Same(string left, string right) => Words(left).SequenceEqual(Words(right));

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
