namespace Connections.Domain.Directory;

/// <summary>The keys a listing may use: what the site's reference data knows.</summary>
public sealed record ListingVocabulary(IReadOnlySet<string> Countries, IReadOnlySet<string> Languages, IReadOnlySet<string> Communities);
