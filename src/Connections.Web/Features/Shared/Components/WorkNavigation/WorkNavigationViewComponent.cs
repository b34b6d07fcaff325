using Connections.Web.Features.Shared.Navigation;
using Connections.Web.Features.WorkList;
using Connections.Web.WorkList;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Components.WorkNavigation;

/// <summary>The staff links a person may follow, with how much waits behind each and for how long.</summary>
public sealed class WorkNavigationViewComponent(
    IAuthorizationService authorization,
    WaitingWork waitingWork,
    TimeProvider clock,
    IStringLocalizer<WorkListText> texts) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var work = await waitingWork.ListAsync(UserClaimsPrincipal, HttpContext.RequestAborted);
        var groups = new List<WorkLinkGroup>();
        foreach (var group in StaffNavigation.Groups)
        {
            var links = new List<WorkLink>();
            foreach (var link in group.Links)
            {
                if (link.Policy is null || (await authorization.AuthorizeAsync(UserClaimsPrincipal, link.Policy)).Succeeded)
                {
                    links.Add(Counted(link, work));
                }
            }

            if (links.Count > 0)
            {
                groups.Add(new WorkLinkGroup(group.TextKey, links));
            }
        }

        return View(groups);
    }

    private WorkLink Counted(NavigationLink link, IReadOnlyList<WorkItem> work)
    {
        var behind = link == StaffNavigation.WorkList ? work : [.. work.Where(item => link.LeadsTo(PathOf(item)))];
        if (behind.Count == 0)
        {
            return new WorkLink(link, 0, null, IsLate: false);
        }

        var now = clock.GetUtcNow();
        var late = behind.Count(item => item.WaitingSince + item.PromisedWithin < now);
        var words = late > 0
            ? texts["Navigation.Late", late].Value
            : texts["Navigation.Oldest", WaitWords.Length(texts, now - behind.Min(item => item.WaitingSince))].Value;
        return new WorkLink(link, behind.Count, words, late > 0);
    }

    // Without the query and the place on the page.
    private static PathString PathOf(WorkItem item) => new(item.Path.Split('?', '#')[0]);
}
