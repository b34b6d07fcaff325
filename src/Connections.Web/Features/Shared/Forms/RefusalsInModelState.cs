using Connections.Domain.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Forms;

public static class RefusalsInModelState
{
    /// <summary>Puts the domain's refusals beside their controls, in the words of the feature.</summary>
    /// <param name="prefix">The bound property the controls belong to; empty where they are the page's own.</param>
    public static void AddRefusals(this ModelStateDictionary modelState, Outcome outcome, IStringLocalizer texts, string prefix = "Input") =>
        modelState.AddUnlessWrong(outcome.Refusals.Select(refusal => (
            refusal.Field is null ? "" : prefix.Length == 0 ? refusal.Field : $"{prefix}.{refusal.Field}", texts[refusal.Key].Value)));

    /// <summary>Puts messages beside their controls. One that is wrong already keeps what it says: it could not be read, so
    /// nothing more is known of it. Pages ask what else is wrong even then, so that everything is told at once.</summary>
    public static void AddUnlessWrong(this ModelStateDictionary modelState, IEnumerable<(string Name, string Message)> messages)
    {
        var all = messages.ToList();
        var wrong = all.Select(m => m.Name).Where(name => name.Length > 0 && modelState.GetFieldValidationState(name) is ModelValidationState.Invalid).ToHashSet();
        foreach (var (name, message) in all.Where(m => !wrong.Contains(m.Name)))
        {
            modelState.AddModelError(name, message);
        }
    }
}
