namespace Connections.Web.Features.Shared.Navigation;

/// <param name="TextKey">The group's heading, a key of SharedText.resx.</param>
public sealed record NavigationGroup(string TextKey, IReadOnlyList<NavigationLink> Links);
