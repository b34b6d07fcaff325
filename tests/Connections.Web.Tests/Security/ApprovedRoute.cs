using System.Text.RegularExpressions;
using Connections.Web.Security;

namespace Connections.Web.Tests.Security;

/// <param name="Methods">Sorted, parted by commas; <c>*</c> for any.</param>
/// <param name="Policy">What it asks for: <c>public</c>, or policies joined by <c>+</c>.</param>
public sealed partial record ApprovedRoute(string Methods, string Route, string Policy)
{
    public bool IsPublic => Policy == "public";

    public IReadOnlyList<string> Abilities => IsPublic ? [] : [.. Policy.Split('+').Where(p => p is not (RoleAbilities.SignedIn or RoleAbilities.AnyStaff))];

    public bool IsClosedTo(string role) =>
        Abilities.Any(a => !RoleAbilities.Has(role, a)) || (Policy.Split('+').Contains(RoleAbilities.AnyStaff) && !Roles.Staff.Contains(role));

    /// <summary>An address of the route, its parameters filled with values of the right kind that name nothing.</summary>
    public string Address() => Parameter().Replace(Route, m =>
        m.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString("D") :
        m.Value.Contains(":int", StringComparison.Ordinal) || m.Value.Contains(":long", StringComparison.Ordinal) ? "2026" : "none");

    public override string ToString() => $"{Methods,-9} {Route}  {Policy}";

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
