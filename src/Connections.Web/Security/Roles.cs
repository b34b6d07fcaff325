using System.Collections.Frozen;

namespace Connections.Web.Security;

/// <summary>What a person may be. Somebody who represents an organisation holds no role for it: the tie to the
/// organisation says so.</summary>
public static class Roles
{
    public const string Administrator = nameof(Administrator);
    public const string Editor = nameof(Editor);
    public const string FundManager = nameof(FundManager);
    public const string Reviewer = nameof(Reviewer);
    public const string PartnershipOfficer = nameof(PartnershipOfficer);
    public const string Auditor = nameof(Auditor);

    /// <summary>Anybody who is signed in; nobody needs to be granted it.</summary>
    public const string Member = nameof(Member);
    public const string ConsularPartner = nameof(ConsularPartner);
    public const string Ambassador = nameof(Ambassador);

    /// <summary>Roles that open the staff side, and so ask for a second factor.</summary>
    public static readonly FrozenSet<string> Staff =
        new[] { Administrator, Editor, FundManager, Reviewer, PartnershipOfficer, Auditor }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every role that an administrator can grant, in the order in which it is offered.</summary>
    public static readonly IReadOnlyList<string> Granted =
        [Administrator, Editor, FundManager, Reviewer, PartnershipOfficer, Auditor, ConsularPartner, Ambassador];
}
