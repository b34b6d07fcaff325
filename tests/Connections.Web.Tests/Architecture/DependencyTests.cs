using System.Reflection;
using System.Xml.Linq;
using Connections.Testing;

namespace Connections.Web.Tests.Architecture;

/// <summary>The directions of docs/architecture.md: Web → Data → Domain; Web → Adapters, Reviewing, Domain; nothing else.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Connections.Domain"] = [],
        ["Connections.Reviewing"] = [],
        ["Connections.Adapters"] = [],
        ["Connections.Data"] = ["Connections.Domain"],
        ["Connections.Umbraco"] = ["Connections.Adapters"],
        ["Connections.Web"] = ["Connections.Adapters", "Connections.Data", "Connections.Domain", "Connections.Reviewing"],
    };

    public static TheoryData<string> Projects => [.. SourceTree.Files("src", ".csproj").Select(f => Path.GetFileNameWithoutExtension(f))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_architecture_allows(string project)
    {
        Assert.Contains(project, Allowed.Keys);

        var references = Read(project).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))
            .Except(Allowed[project]);

        Assert.Empty(references);
    }

    [Theory]
    [InlineData("Connections.Domain")]
    [InlineData("Connections.Reviewing")]
    [InlineData("Connections.Adapters")]
    [InlineData("Connections.Data")]
    [InlineData("Connections.Web")]
    public void A_compiled_project_uses_no_other_project_than_the_architecture_allows(string project)
    {
        var used = Assembly.Load(project).GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => name.StartsWith("Connections.", StringComparison.Ordinal))
            .Except(Allowed[project]);

        Assert.Empty(used);
    }

    [Fact]
    public void The_domain_has_no_package()
    {
        Assert.Empty(Packages("Connections.Domain"));
    }

    [Fact]
    public void Reviewing_has_no_package_but_numerics()
    {
        Assert.Empty(Packages("Connections.Reviewing").Except(["MathNet.Numerics"]));
    }

    [Theory]
    [InlineData("Connections.Domain")]
    [InlineData("Connections.Reviewing")]
    public void A_pure_project_knows_neither_the_web_nor_a_database(string project)
    {
        var used = Assembly.Load(project).GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => name.StartsWith("Microsoft.", StringComparison.Ordinal));

        Assert.Empty(used);
    }

    private static IEnumerable<string> Packages(string project) =>
        Read(project).Descendants("PackageReference").Select(p => p.Attribute("Include")!.Value);

    private static XDocument Read(string project) => XDocument.Load(Path.Combine(SourceTree.Root, "src", project, $"{project}.csproj"));
}
