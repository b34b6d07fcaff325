namespace Connections.Web.Features.Shared.Frame;

/// <summary>A page above the current one.</summary>
public sealed record Crumb(string Text, string Path);
