using Connections.Web.Mail;

namespace Connections.Web.Features.Events.Emails;

/// <summary>Tells an organiser that the event is on the site.</summary>
public sealed record EventPublishedEmail(string Title, Uri Link) : Email<EventPublishedTemplate, EventsText>("Published.Subject")
{
    public override object[] SubjectArguments => [Title];
}
