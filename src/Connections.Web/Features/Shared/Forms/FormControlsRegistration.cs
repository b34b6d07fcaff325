using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Forms;

public static class FormControlsRegistration
{
    /// <summary>Reading of dates and amounts, and plain words for what does not validate.</summary>
    public static IServiceCollection AddFormControls(this IServiceCollection services)
    {
        services.Configure<MvcDataAnnotationsLocalizationOptions>(options => options.DataAnnotationLocalizerProvider = FeatureTexts.For);
        // After MVC's own set-up, whose validators and binders these build on.
        services.AddOptions<MvcOptions>().PostConfigure<IStringLocalizer<SharedText>>((options, texts) =>
        {
            // A form's own checks are made although a box of it is wrong: people hear of everything at once.
            options.ValidateComplexTypesIfChildValidationFails = true;
            options.ModelBinderProviders.Insert(0, new FormModelBinderProvider());
            options.ModelMetadataDetailsProviders.Add(new PlainValidationMessages());
            SayPlainly(options.ModelBindingMessageProvider, texts);
        });

        return services;
    }

    private static void SayPlainly(DefaultModelBindingMessageProvider messages, IStringLocalizer texts)
    {
        messages.SetValueMustNotBeNullAccessor(_ => texts["Validation.Required"]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["Validation.Required"]);
        messages.SetMissingKeyOrValueAccessor(() => texts["Validation.Required"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["Validation.Required"]);
        messages.SetValueMustBeANumberAccessor(_ => texts["Validation.Number"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["Validation.Number"]);
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts["Validation.Malformed"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["Validation.Malformed"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["Validation.Malformed"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["Validation.Malformed"]);
        messages.SetValueIsInvalidAccessor(_ => texts["Validation.Malformed"]);
    }
}
