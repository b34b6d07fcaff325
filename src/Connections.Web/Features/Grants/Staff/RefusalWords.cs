using Connections.Data;
using Connections.Domain.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Staff;

public static class RefusalWords
{
    /// <summary>Puts refusals beside the page's own fields, a stale save in words of its own.</summary>
    public static void Tell(this ModelStateDictionary modelState, Outcome outcome, IStringLocalizer<GrantsText> refusals, IStringLocalizer<GrantsStaffText> texts, string prefix = "")
    {
        foreach (var refusal in outcome.Refusals)
        {
            modelState.AddModelError(
                refusal.Field is null ? "" : prefix + refusal.Field,
                refusal == StaleSave.Stale ? texts["Stale"].Value : refusals[refusal.Key].Value);
        }
    }
}
