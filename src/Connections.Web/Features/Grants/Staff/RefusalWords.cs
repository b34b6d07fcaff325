using Connections.Data;
using Connections.Domain.Shared;
using Connections.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Staff;

public static class RefusalWords
{
    /// <summary>Puts refusals beside the page's own fields, a stale save in words of its own.</summary>
    public static void Tell(this ModelStateDictionary modelState, Outcome outcome, IStringLocalizer<GrantsText> refusals, IStringLocalizer<GrantsStaffText> texts, string prefix = "") =>
        modelState.AddUnlessWrong(outcome.Refusals.Select(refusal => (
            refusal.Field is null ? "" : prefix + refusal.Field,
            refusal == StaleSave.Stale ? texts["Stale"].Value : refusals[refusal.Key].Value)));
}
