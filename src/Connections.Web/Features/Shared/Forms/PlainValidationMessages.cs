using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Connections.Web.Features.Shared.Forms;

/// <summary>Gives validation attributes without words of their own a plain sentence from SharedText.resx.</summary>
public sealed class PlainValidationMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (HasNoWordsOfItsOwn(attribute))
            {
                attribute.ErrorMessage = KeyFor(attribute);
            }
        }
    }

    // Attributes of a data type bring an English sentence along; a key has no spaces.
    private static bool HasNoWordsOfItsOwn(ValidationAttribute attribute) =>
        attribute.ErrorMessageResourceName is null
        && (attribute.ErrorMessage is null || (attribute is DataTypeAttribute && attribute.ErrorMessage.Contains(' ', StringComparison.Ordinal)));

    private static string KeyFor(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "Validation.Required",
        StringLengthAttribute { MinimumLength: > 0 } => "Validation.Length",
        StringLengthAttribute => "Validation.TooLong",
        MaxLengthAttribute => "Validation.TooLong",
        EmailAddressAttribute => "Validation.Email",
        UrlAttribute => "Validation.Url",
        RangeAttribute => "Validation.Range",
        _ => "Validation.Malformed",
    };
}
