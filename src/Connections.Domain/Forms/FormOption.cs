namespace Connections.Domain.Forms;

/// <summary>One of the answers a choice offers.</summary>
public sealed record FormOption(string Value, string Caption);
