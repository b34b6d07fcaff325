using Connections.Domain.Directory;

namespace Connections.Data.Listings.Search;

/// <summary>A published listing with the words it is found by, each with the weight of the best place it stands in.
/// Made once per change of the listing and kept between builds of the index.</summary>
internal sealed class DirectoryEntry
{
    public const byte NameWeight = 16;
    public const byte PlaceWeight = 8;
    public const byte TextWeight = 2;

    public DirectoryEntry(DirectoryCard card, DirectoryNames names)
    {
        Card = card;
        FoldedName = string.Join(' ', FoldedText.Words(card.Content.Name));
        var weights = new Dictionary<string, byte>();
        foreach (var (text, weight) in Texts(card.Content, names))
        {
            foreach (var word in FoldedText.Words(text))
            {
                if (weights.GetValueOrDefault(word) < weight)
                {
                    weights[word] = weight;
                }
            }
        }

        Words = [.. weights];
    }

    public DirectoryCard Card { get; }

    public string FoldedName { get; }

    public KeyValuePair<string, byte>[] Words { get; }

    private static IEnumerable<(string? Text, byte Weight)> Texts(ListingContent content, DirectoryNames names)
    {
        yield return (content.Name, NameWeight);
        yield return (content.LocalName, NameWeight);
        yield return (content.Place, PlaceWeight);
        yield return (content.Region, PlaceWeight);
        yield return (names.Country(content.Country), PlaceWeight);
        yield return (names.Kind(content.Kind), TextWeight);
        yield return (content.MeetingPlace, TextWeight);
        yield return (content.Serves, TextWeight);
        foreach (var text in content.Texts)
        {
            yield return (text.Summary, TextWeight);
            yield return (text.About, TextWeight);
        }

        foreach (var name in content.Languages.Select(names.Language).Concat(content.Communities.Select(names.Community)))
        {
            yield return (name, TextWeight);
        }
    }
}
