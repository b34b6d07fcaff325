namespace Connections.Domain.Shared;

/// <summary>Why the domain said no. <paramref name="Key"/> names the sentence in the feature's text resource
/// (for example <c>Refusal.CallClosed</c>); <paramref name="Field"/> the control it belongs to, if one.</summary>
public sealed record Refusal(string Key, string? Field = null);
