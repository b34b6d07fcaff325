using Connections.Web.Mail;

namespace Connections.Web.Features.Events.Emails;

/// <summary>Tells an organiser what has to change before the event can be published.</summary>
public sealed record EventReturnedEmail(string Title, string Reason, Uri Link) : Email<EventReturnedTemplate, EventsText>("Returned.Subject")
{
    public override object[] SubjectArguments => [Title];
}
