namespace Connections.Domain.Directory;

/// <summary>A listing's own words in one language.</summary>
/// <param name="Language">BCP 47 tag, so that the words are read aloud and broken into lines as their language wants.</param>
/// <param name="Summary">One or two sentences, shown in the list.</param>
/// <param name="About">Paragraphs parted by blank lines, shown on the listing's page.</param>
public sealed record ListingText(string Language, string Summary, string? About);
