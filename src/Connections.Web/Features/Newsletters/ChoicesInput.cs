using System.ComponentModel.DataAnnotations;
using Connections.Domain.Newsletters;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Sites;

namespace Connections.Web.Features.Newsletters;

/// <summary>What somebody ticks: topics, countries, language, frequency.</summary>
public class ChoicesInput : IValidatableObject
{
    public const int MaxCountries = 30;

    public List<string> Topics { get; set; } = [];

    public List<string> Countries { get; set; } = [];

    [Required(ErrorMessage = "Error.LanguageMissing")]
    public string? Language { get; set; }

    [Required(ErrorMessage = "Error.FrequencyMissing")]
    public Frequency? Frequency { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var taxonomy = validationContext.GetRequiredService<Taxonomy>();
        var countries = validationContext.GetRequiredService<Countries>();
        var site = validationContext.GetRequiredService<Site>();
        if (Topics.Count == 0)
        {
            yield return validationContext.Wrong("Error.TopicsMissing", nameof(Topics));
        }
        else if (!Topics.TrueForAll(t => t is not null && taxonomy.Topics.Has(t)))
        {
            yield return validationContext.Wrong("Error.TopicUnknown", nameof(Topics));
        }

        if (Countries.Count > MaxCountries)
        {
            yield return validationContext.Wrong("Error.TooManyCountries", nameof(Countries));
        }
        else if (!Countries.TrueForAll(c => countries.TryFind(c, out _)))
        {
            yield return validationContext.Wrong("Error.CountryUnknown", nameof(Countries));
        }

        if (Language is not null && !site.ContentLanguages.Contains(Language))
        {
            yield return validationContext.Wrong("Error.LanguageMissing", nameof(Language));
        }
    }

    public SubscriptionChoices ToChoices() => new([.. Topics.Distinct()], [.. Countries.Distinct()], Language!, Frequency!.Value);

    public void Take(SubscriptionChoices choices) =>
        (Topics, Countries, Language, Frequency) = (choices.Topics, choices.Countries, choices.Language, choices.Frequency);
}
