namespace Connections.Web.Features.Grants;

public static class GrantsPolicies
{
    /// <summary>See calls, progress, ranking and decisions; change nothing.</summary>
    public const string Read = "grants.read";

    /// <summary>Judge the applications on one's own pile, and see nobody else's scores.</summary>
    public const string Review = "grants.review";

    /// <summary>Open, close and change calls.</summary>
    public const string Manage = "grants.manage";

    /// <summary>Give applications to reviewers, and remind them.</summary>
    public const string Assign = "grants.assign";

    public const string Decide = "grants.decide";

    public const string Publish = "grants.publish";

    /// <summary>Download what staff see.</summary>
    public const string Export = "grants.export";
}
