using System.ComponentModel.DataAnnotations;
using Connections.Domain.Newsletters;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Sites;

namespace Connections.Web.Features.Newsletters.Staff.Write;

/// <summary>An edition as its author types it.</summary>
public sealed class EditionInput : IValidatableObject
{
    public const int MaxSections = 20;
    public const int MaxMarkdown = 20_000;

    [Required(ErrorMessage = "Refusal.SubjectMissing"), StringLength(Edition.MaxSubject, ErrorMessage = "Refusal.SubjectTooLong")]
    public string? Subject { get; set; }

    [StringLength(Edition.MaxPreheader, ErrorMessage = "Refusal.PreheaderTooLong")]
    public string? Preheader { get; set; }

    [Required(ErrorMessage = "Error.LanguageMissing")]
    public string? Language { get; set; }

    public bool EveryLanguage { get; set; } = true;

    [Required(ErrorMessage = "Error.KindMissing")]
    public EditionKind? Kind { get; set; }

    public List<SectionInput> Sections { get; set; } = [];

    public int Version { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var taxonomy = validationContext.GetRequiredService<Taxonomy>();
        var site = validationContext.GetRequiredService<Site>();
        if (Language is not null && !site.ContentLanguages.Contains(Language))
        {
            yield return validationContext.Wrong("Error.LanguageMissing", nameof(Language));
        }

        if (Sections.Count > MaxSections)
        {
            yield return validationContext.Wrong("Error.TooManySections", nameof(Subject));
        }

        for (var i = 0; i < Sections.Count; i++)
        {
            if (!string.IsNullOrEmpty(Sections[i].Topic) && !taxonomy.Topics.Has(Sections[i].Topic!))
            {
                yield return validationContext.Wrong("Error.TopicUnknown", $"Sections[{i}].Topic");
            }
        }
    }

    public EditionText ToText(Countries countries) => new(
        Subject!.Trim(),
        Preheader?.Trim() ?? "",
        Language!,
        EveryLanguage,
        [.. Sections.Where(s => !string.IsNullOrWhiteSpace(s.Markdown)).Select(s => new EditionSection(
            string.IsNullOrEmpty(s.Topic) ? null : s.Topic, [.. countries.Read(s.Countries).Known.Select(c => c.Code)], s.Markdown!.ReplaceLineEndings("\n").Trim()))],
        Kind!.Value);

    public static EditionInput From(Edition edition, Countries countries) => new()
    {
        Subject = edition.Subject,
        Preheader = edition.Preheader,
        Language = edition.Language,
        EveryLanguage = edition.EveryLanguage,
        Kind = edition.Kind,
        Sections = edition.Sections.ConvertAll(s => new SectionInput { Topic = s.Topic, Countries = string.Join(", ", s.Countries.Select(countries.Name)), Markdown = s.Markdown }),
        Version = edition.Version,
    };
}

/// <summary>A part of an edition, as typed.</summary>
public sealed class SectionInput : IValidatableObject
{
    public string? Topic { get; set; }

    /// <summary>Names of countries, or their codes, parted by commas.</summary>
    [StringLength(2000, ErrorMessage = "Error.CountryUnknown")]
    public string? Countries { get; set; }

    [StringLength(EditionInput.MaxMarkdown, ErrorMessage = "Error.SectionTooLong"), DataType(DataType.MultilineText)]
    public string? Markdown { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (validationContext.GetRequiredService<Countries>().Read(Countries).Unknown is [var unknown, ..])
        {
            yield return validationContext.Wrong("Error.CountryNameUnknown", nameof(Countries), unknown);
        }
    }
}
