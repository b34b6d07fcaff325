using Connections.Web.Features.Shared.Navigation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Connections.Web.Features.Shared.Components.WorkNavigation;

/// <summary>The staff links a person may follow.</summary>
public sealed class WorkNavigationViewComponent(IAuthorizationService authorization) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var groups = new List<NavigationGroup>();
        foreach (var group in StaffNavigation.Groups)
        {
            var links = new List<NavigationLink>();
            foreach (var link in group.Links)
            {
                if (link.Policy is null || (await authorization.AuthorizeAsync(UserClaimsPrincipal, link.Policy)).Succeeded)
                {
                    links.Add(link);
                }
            }

            if (links.Count > 0)
            {
                groups.Add(group with { Links = links });
            }
        }

        return View(groups);
    }
}
