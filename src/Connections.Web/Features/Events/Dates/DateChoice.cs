using Connections.Domain.Events;
using Connections.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Events.Dates;

/// <summary>What was chosen beside one date: that it is called off, or takes place after all.</summary>
/// <param name="Start">Of the date: see <see cref="CallOffDate.Write"/>.</param>
/// <param name="Version">Of the event as its dates were read.</param>
/// <param name="Reason">Why a date is called off.</param>
public sealed record DateChoice(string? Start, bool TakesPlace, int Version, string? Reason)
{
    /// <summary>Key of the sentence that says it is done.</summary>
    public string Said => TakesPlace ? "Dates.Restored" : "Dates.CalledOff";

    /// <returns>True where it was done; otherwise the page says why not.</returns>
    public async Task<bool> TryAsync(
        CallOffDate callOffDate, Event found, ModelStateDictionary modelState, IStringLocalizer<EventsText> texts, CancellationToken ct)
    {
        try
        {
            if (modelState.IsValid)
            {
                modelState.AddRefusals(await callOffDate.HandleAsync(found, this, ct), texts, prefix: "");
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            modelState.AddModelError("", texts["Check.Changed"]);
        }

        return modelState.IsValid;
    }
}
