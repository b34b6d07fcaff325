using System.Collections.Frozen;

namespace Connections.Web.Security;

/// <summary>The one place that says what each role may do. A page asks for an ability, never for a role.</summary>
/// <remarks>Administrators run the site; they neither judge nor decide an application. Reviewers see their own pile
/// and nothing else. Auditors read and change nothing.</remarks>
public static class RoleAbilities
{
    /// <summary>Policy for pages that ask only that somebody is signed in.</summary>
    public const string SignedIn = "member";

    /// <summary>Policy for pages that every kind of staff may open, a second factor given.</summary>
    public const string AnyStaff = "staff";

    private static readonly FrozenDictionary<string, FrozenSet<string>> Map = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal)
    {
        [Roles.Administrator] = Set(
            "accounts.manage", "audit.read", "audit.export", "retention.manage",
            "directory.moderate", "directory.export", "members.read", "members.export",
            "content.edit", "content.publish", "newsletters.write", "newsletters.send", "events.approve",
            "ambassadors.manage", "partners.manage", "dialogues.manage", "impact.manage", "impact.report", "grants.read"),
        [Roles.Editor] = Set(
            "content.edit", "content.publish", "newsletters.write", "newsletters.send",
            "directory.moderate", "events.approve", "ambassadors.manage"),
        [Roles.FundManager] = Set(
            "grants.read", "grants.manage", "grants.assign", "grants.decide", "grants.publish", "grants.export", "impact.report"),
        [Roles.Reviewer] = Set("grants.review"),
        [Roles.PartnershipOfficer] = Set(
            "partners.manage", "dialogues.manage", "events.approve", "ambassadors.manage", "impact.manage", "impact.report"),
        [Roles.Auditor] = Set("audit.read", "audit.export", "grants.read"),
        [Roles.ConsularPartner] = Set("events.share"),
        [Roles.Ambassador] = Set("ambassadors.report"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every ability there is.</summary>
    public static readonly FrozenSet<string> All = Map.Values.SelectMany(abilities => abilities).ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(string role, string ability) => Map.TryGetValue(role, out var abilities) && abilities.Contains(ability);

    public static IReadOnlyList<string> RolesWith(string ability) =>
        [.. Roles.Granted.Where(role => Has(role, ability))];

    private static FrozenSet<string> Set(params string[] abilities) => abilities.ToFrozenSet(StringComparer.Ordinal);
}
