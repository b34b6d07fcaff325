namespace Connections.Web.Features.Shared.Frame;

/// <summary>One of the few ways into the portal that the home page offers, for the partial _DoorList.</summary>
/// <param name="Action">What happens next, in a few words.</param>
public sealed record Door(string Title, string Text, string Action, string Path);
