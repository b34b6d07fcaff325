using System.Text;

namespace Connections.Domain.Directory;

/// <summary>All that a listing says in public, as one value: kept whole, compared field by field, replaced whole.</summary>
public sealed record ListingContent
{
    public string Name { get; init; } = "";

    /// <summary>The name in the organisation's own language or script, where it has one.</summary>
    public string? LocalName { get; init; }

    public string? LocalNameLanguage { get; init; }

    public OrganisationKind? Kind { get; init; }

    /// <summary>Keys of the communities it belongs to: several or none.</summary>
    public IReadOnlyList<string> Communities { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>City or town.</summary>
    public string? Place { get; init; }

    /// <summary>Province, state or county.</summary>
    public string? Region { get; init; }

    /// <summary>Hall, street, and how to get in.</summary>
    public string? MeetingPlace { get; init; }

    public IReadOnlyList<MeetingWay> Meets { get; init; } = [];

    public string? When { get; init; }

    public string? WhoCanCome { get; init; }

    /// <summary>What somebody does who wants to come.</summary>
    public string? HowToJoin { get; init; }

    public string? Cost { get; init; }

    /// <summary>The area it serves, in words.</summary>
    public string? Serves { get; init; }

    /// <summary>BCP 47 tags of the languages spoken there.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Its own words, first the ones it prefers.</summary>
    public IReadOnlyList<ListingText> Texts { get; init; } = [];

    public string? Website { get; init; }

    public int? StartedYear { get; init; }

    /// <summary>Name of its picture in the site pack, where one was chosen for it.</summary>
    public string? Mark { get; init; }

    /// <returns>The same content with spaces around texts gone, characters composed, empty texts null and repeated keys once.</returns>
    public ListingContent Tidied() => this with
    {
        Name = Tidy(Name) ?? "",
        LocalName = Tidy(LocalName),
        LocalNameLanguage = Tidy(LocalName) is null ? null : Tidy(LocalNameLanguage),
        Communities = Tidy(Communities),
        Country = Tidy(Country)?.ToUpperInvariant(),
        Place = Tidy(Place),
        Region = Tidy(Region),
        MeetingPlace = Tidy(MeetingPlace),
        Meets = [.. Meets.Distinct().Order()],
        When = Tidy(When),
        WhoCanCome = Tidy(WhoCanCome),
        HowToJoin = Tidy(HowToJoin),
        Cost = Tidy(Cost),
        Serves = Tidy(Serves),
        Languages = Tidy(Languages),
        Texts = [.. Texts.Select(t => new ListingText(Tidy(t.Language) ?? "", Tidy(t.Summary) ?? "", Tidy(t.About))).Where(t => t.Summary.Length > 0 || t.About is not null)],
        Website = Tidy(Website),
    };

    private static IReadOnlyList<string> Tidy(IReadOnlyList<string> keys) =>
        [.. keys.Select(Tidy).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static string? Tidy(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var trimmed = text.ReplaceLineEndings("\n").Trim();
        return Shared.WrittenText.IsWellFormed(trimmed) ? trimmed.Normalize(NormalizationForm.FormC) : trimmed;
    }
}
