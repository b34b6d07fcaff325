using Connections.Domain.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Forms;

public static class RefusalsInModelState
{
    /// <summary>Puts the domain's refusals beside their controls, in the words of the feature.</summary>
    /// <param name="prefix">The bound property the controls belong to; empty where they are the page's own.</param>
    public static void AddRefusals(this ModelStateDictionary modelState, Outcome outcome, IStringLocalizer texts, string prefix = "Input")
    {
        foreach (var refusal in outcome.Refusals)
        {
            var name = prefix.Length == 0 ? refusal.Field : $"{prefix}.{refusal.Field}";
            modelState.AddModelError(refusal.Field is null ? "" : name!, texts[refusal.Key].Value);
        }
    }
}
