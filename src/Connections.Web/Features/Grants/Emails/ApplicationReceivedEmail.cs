using Connections.Web.Mail;

namespace Connections.Web.Features.Grants.Emails;

/// <summary>The receipt for an application.</summary>
public sealed record ApplicationReceivedEmail(
    string Name, string Call, string Reference, string Title, DateTimeOffset SentAt, DateOnly? DecisionsBy, Uri Link)
    : Email<ApplicationReceivedTemplate, GrantsText>("Received.Subject")
{
    public override object[] SubjectArguments => [Reference, Call];
}
