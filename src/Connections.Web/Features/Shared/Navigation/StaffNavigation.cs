using Connections.Web.Features.Accounts;
using Connections.Web.Features.Directory;
using Connections.Web.Features.Grants;
using Connections.Web.Features.Grants.Staff;

namespace Connections.Web.Features.Shared.Navigation;

/// <summary>The links at the left of every staff page, shown to those who may follow them.</summary>
public static class StaffNavigation
{
    public static readonly NavigationLink WorkList = new("StaffNavigation.WorkList", "/staff");

    public static readonly IReadOnlyList<NavigationGroup> Groups =
    [
        new("StaffNavigation.Today", [WorkList]),
        new("StaffNavigation.Directory", [new("StaffNavigation.DirectoryWaiting", DirectoryLinks.Staff, DirectoryPolicies.Moderate)]),
        new("StaffNavigation.Grants",
        [
            new("StaffNavigation.Calls", StaffGrantsLinks.Calls, GrantsPolicies.Read),
            new("StaffNavigation.Reviews", StaffGrantsLinks.Piles, GrantsPolicies.Review),
        ]),
        new("StaffNavigation.Records",
        [
            new("StaffNavigation.People", AccountsLinks.People, AccountsPolicies.Manage),
            new("StaffNavigation.AuditRecord", AccountsLinks.AuditRecord, AccountsPolicies.ReadAudit),
        ]),
    ];
}
