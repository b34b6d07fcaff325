namespace Connections.Domain.Newsletters;

/// <summary>A part of an edition and whom it is for.</summary>
/// <param name="Topic">Key of a topic: only those who chose it read this part. Null: everybody who gets the edition.</param>
/// <param name="Countries">Only those who chose one of these, or chose no country at all. None: everywhere.</param>
public sealed record EditionSection(string? Topic, List<string> Countries, string Markdown)
{
    /// <summary>Whether this part speaks to these choices by itself. A part for everybody makes no reader on its own.</summary>
    public bool IsFor(SubscriptionChoices choices) =>
        (Topic is null || choices.Topics.Contains(Topic)) &&
        (Countries.Count == 0 || choices.Countries.Count == 0 || Countries.Exists(choices.Countries.Contains));
}
