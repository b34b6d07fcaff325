using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Forms;

/// <summary>Binds a date from a day, a month and a year, or from one ISO date in an address.</summary>
public sealed class DateModelBinder(IStringLocalizer<SharedText> texts) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var name = bindingContext.ModelName;
        var whole = bindingContext.ValueProvider.GetValue(name);
        if (whole != ValueProviderResult.None)
        {
            bindingContext.ModelState.SetModelValue(name, whole);
            BindWhole(bindingContext, whole.FirstValue);
            return Task.CompletedTask;
        }

        var parts = Enum.GetNames<DatePart>().Select(part => $"{name}.{part}").ToArray();
        var typed = parts.Select(bindingContext.ValueProvider.GetValue).ToArray();
        if (typed.All(value => value == ValueProviderResult.None))
        {
            return Task.CompletedTask;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            bindingContext.ModelState.SetModelValue(parts[i], typed[i]);
            if (bindingContext.ModelState.GetFieldValidationState(parts[i]) is not ModelValidationState.Invalid)
            {
                bindingContext.ModelState.MarkFieldSkipped(parts[i]);
            }
        }

        var reading = DateReading.Of(typed[0].FirstValue, typed[1].FirstValue, typed[2].FirstValue);
        Finish(bindingContext, reading.Date, reading.Problem);
        return Task.CompletedTask;
    }

    private void BindWhole(ModelBindingContext context, string? text)
    {
        var isDate = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        Finish(context, isDate ? date : null, isDate || string.IsNullOrWhiteSpace(text) ? null : "Date.NotReal");
    }

    private void Finish(ModelBindingContext context, DateOnly? date, string? problem)
    {
        if (problem is not null)
        {
            context.ModelState.TryAddModelError(context.ModelName, texts[problem].Value);
            context.Result = ModelBindingResult.Failed();
        }
        else if (date is not null || context.ModelMetadata.IsReferenceOrNullableType)
        {
            context.Result = ModelBindingResult.Success(date);
        }
        else
        {
            context.ModelState.TryAddModelError(context.ModelName, texts["Validation.Required"].Value);
        }
    }
}
