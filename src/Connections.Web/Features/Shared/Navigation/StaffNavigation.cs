using Connections.Web.Features.Accounts;
using Connections.Web.Features.Directory;
using Connections.Web.Features.Events;
using Connections.Web.Features.Grants;
using Connections.Web.Features.Grants.Staff;
using Connections.Web.Features.Newsletters;

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
        new("StaffNavigation.News",
        [
            new("StaffNavigation.Newsletter", "/staff/newsletter", NewslettersPolicies.Write),
            new("StaffNavigation.Events", "/staff/events", EventsPolicies.Approve),
        ]),
        new("StaffNavigation.Records",
        [
            new("StaffNavigation.People", AccountsLinks.People, AccountsPolicies.Manage),
            new("StaffNavigation.AuditRecord", AccountsLinks.AuditRecord, AccountsPolicies.ReadAudit),
        ]),
    ];
}
