namespace Connections.Web.Features.Events;

public static class EventsPolicies
{
    /// <summary>Share events for one's communities, within the published boundaries.</summary>
    public const string Share = "events.share";

    /// <summary>Check events before they are listed.</summary>
    public const string Approve = "events.approve";
}
