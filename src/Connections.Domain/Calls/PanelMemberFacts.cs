namespace Connections.Domain.Calls;

/// <summary>What is known of a reviewer when a seat on a panel is given.</summary>
public sealed record PanelMemberFacts(
    int MinLoad,
    int MaxLoad,
    IReadOnlyList<string> Languages,
    IReadOnlyList<string> Communities,
    IReadOnlyList<string> Themes,
    string? Organisation);
