using Connections.Web.Features.Shared.Navigation;

namespace Connections.Web.Features.Shared.Components.WorkNavigation;

/// <param name="Count">How many things wait behind the link.</param>
/// <param name="Wait">How long the oldest has waited, or how many are late; in words.</param>
public sealed record WorkLink(NavigationLink Link, int Count, string? Wait, bool IsLate);

/// <param name="TextKey">The group's heading, a key of SharedText.resx.</param>
public sealed record WorkLinkGroup(string TextKey, IReadOnlyList<WorkLink> Links);
