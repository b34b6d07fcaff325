using Connections.Web.Sites;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Forms;

/// <summary>Binds an amount in the site's currency.</summary>
public sealed class MoneyModelBinder(Site site, IStringLocalizer<SharedText> texts) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        var reading = MoneyReading.Of(value.FirstValue, CurrencyNotation.Of(site.Currency));
        if (reading.Problem is not null)
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, texts[reading.Problem].Value);
        }
        else if (reading.Money is not null || bindingContext.ModelMetadata.IsReferenceOrNullableType)
        {
            bindingContext.Result = ModelBindingResult.Success(reading.Money);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, texts["Validation.Required"].Value);
        }

        return Task.CompletedTask;
    }
}
