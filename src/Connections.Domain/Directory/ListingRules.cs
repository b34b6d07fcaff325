using Connections.Domain.Shared;

namespace Connections.Domain.Directory;

/// <summary>What a listing must say before it can be sent, part by part, each refusal beside its field.</summary>
public static class ListingRules
{
    public const int NameLength = 120;
    public const int PlaceLength = 100;
    public const int LineLength = 300;
    public const int SummaryLength = 240;
    public const int AboutLength = 4000;
    public const int WebsiteLength = 200;
    public const int MostLanguages = 12;
    private const int FirstYear = 1400;

    public static IReadOnlyList<Refusal> Check(ListingContent content, ListingVocabulary known, int thisYear) =>
        [.. Enum.GetValues<ListingPart>().SelectMany(part => Check(part, content, known, thisYear))];

    public static IReadOnlyList<Refusal> Check(ListingPart part, ListingContent content, ListingVocabulary known, int thisYear) =>
        [.. part switch
        {
            ListingPart.Name => CheckName(content, known),
            ListingPart.Place => CheckPlace(content, known),
            ListingPart.Words => CheckWords(content, known),
            ListingPart.Joining => CheckJoining(content, known, thisYear),
        }];

    /// <summary>All that is asked before a listing is begun.</summary>
    public static IReadOnlyList<Refusal> CheckNameAlone(string name) => [.. Text("Name", name, NameLength, required: true)];

    private static IEnumerable<Refusal> CheckName(ListingContent content, ListingVocabulary known) =>
    [
        .. Text("Name", content.Name, NameLength, required: true),
        .. Text("LocalName", content.LocalName, NameLength),
        .. content.LocalName is not null && (content.LocalNameLanguage is null || !known.Languages.Contains(content.LocalNameLanguage))
            ? [DirectoryRefusals.Missing("LocalNameLanguage")] : Array.Empty<Refusal>(),
        .. content.Kind is null ? [DirectoryRefusals.Missing("Kind")] : Array.Empty<Refusal>(),
        .. content.Communities.All(known.Communities.Contains) ? Array.Empty<Refusal>() : [DirectoryRefusals.Unknown("Communities")],
    ];

    private static IEnumerable<Refusal> CheckPlace(ListingContent content, ListingVocabulary known) =>
    [
        .. content.Country is null ? [DirectoryRefusals.Missing("Country")]
            : known.Countries.Contains(content.Country) ? Array.Empty<Refusal>() : [DirectoryRefusals.Unknown("Country")],
        .. Text("Place", content.Place, PlaceLength, required: true),
        .. Text("Region", content.Region, PlaceLength),
        .. content.Meets.Count == 0 ? [DirectoryRefusals.Missing("Meets")] : Array.Empty<Refusal>(),
        .. Text("MeetingPlace", content.MeetingPlace, LineLength),
        .. Text("When", content.When, LineLength),
        .. Text("Serves", content.Serves, LineLength),
    ];

    private static IEnumerable<Refusal> CheckWords(ListingContent content, ListingVocabulary known)
    {
        if (content.Texts.Count == 0)
        {
            yield return DirectoryRefusals.Missing("Summary");
        }

        foreach (var (text, prefix) in content.Texts.Select((t, i) => (t, i == 0 ? "" : "Second")))
        {
            if (!known.Languages.Contains(text.Language))
            {
                yield return DirectoryRefusals.Missing($"{prefix}Language");
            }

            foreach (var refusal in Text($"{prefix}Summary", text.Summary, SummaryLength, required: true).Concat(Text($"{prefix}About", text.About, AboutLength)))
            {
                yield return refusal;
            }
        }
    }

    private static IEnumerable<Refusal> CheckJoining(ListingContent content, ListingVocabulary known, int thisYear)
    {
        if (content.Languages.Count == 0)
        {
            yield return DirectoryRefusals.Missing("Languages");
        }
        else if (!content.Languages.All(known.Languages.Contains))
        {
            yield return DirectoryRefusals.Unknown("Languages");
        }
        else if (content.Languages.Count > MostLanguages)
        {
            yield return DirectoryRefusals.TooLong("Languages");
        }

        foreach (var refusal in Text("WhoCanCome", content.WhoCanCome, LineLength).Concat(Text("HowToJoin", content.HowToJoin, LineLength)).Concat(Text("Cost", content.Cost, LineLength)).Concat(Text("Website", content.Website, WebsiteLength)))
        {
            yield return refusal;
        }

        if (content.Website is not null && !WebAddress.IsUsable(content.Website))
        {
            yield return DirectoryRefusals.Unknown("Website");
        }

        if (content.StartedYear is { } year && (year < FirstYear || year > thisYear))
        {
            yield return DirectoryRefusals.Unknown("StartedYear");
        }
    }

    private static IEnumerable<Refusal> Text(string field, string? text, int longest, bool required = false)
    {
        if (string.IsNullOrEmpty(text))
        {
            return required ? [DirectoryRefusals.Missing(field)] : [];
        }

        return !WrittenText.IsWellFormed(text) ? [DirectoryRefusals.Malformed(field)]
            : text.Length > longest ? [DirectoryRefusals.TooLong(field)] : [];
    }
}
