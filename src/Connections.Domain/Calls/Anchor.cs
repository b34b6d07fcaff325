namespace Connections.Domain.Calls;

/// <summary>The words that say what a score, or a run of neighbouring scores, means.</summary>
public sealed record Anchor(int From, int To, string Label, string Text);
