namespace Connections.Domain.Calls;

/// <summary>One thing every application is judged by.</summary>
/// <param name="Key">Short and lasting: scores refer to it.</param>
/// <param name="Fields">Aliases of the answers this criterion looks at.</param>
public sealed record Criterion(
    string Key,
    string Name,
    string Question,
    int WeightPercent,
    IReadOnlyList<Anchor> Anchors,
    IReadOnlyList<string> Fields);
