using Connections.Web.Features.Accounts;
using Connections.Web.Features.Directory;

namespace Connections.Web.Features.Shared.Navigation;

/// <summary>The links at the left of every staff page, shown to those who may follow them.</summary>
public static class StaffNavigation
{
    public static readonly NavigationLink WorkList = new("StaffNavigation.WorkList", "/staff");

    public static readonly IReadOnlyList<NavigationGroup> Groups =
    [
        new("StaffNavigation.Today", [WorkList]),
        new("StaffNavigation.Directory", [new("StaffNavigation.DirectoryWaiting", DirectoryLinks.Staff, DirectoryPolicies.Moderate)]),
        new("StaffNavigation.Records",
        [
            new("StaffNavigation.People", AccountsLinks.People, AccountsPolicies.Manage),
            new("StaffNavigation.AuditRecord", AccountsLinks.AuditRecord, AccountsPolicies.ReadAudit),
        ]),
    ];
}
