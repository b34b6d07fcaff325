using Connections.Web.Mail;

namespace Connections.Web.Features.Ambassadors.Emails;

/// <summary>Somebody's words, passed on to an ambassador.</summary>
public sealed record RelayedMessageEmail(string Ambassador, string Name, string Email, string Message, string SiteName)
    : Email<RelayedMessageTemplate, AmbassadorsText>("Relay.Subject")
{
    public override object[] SubjectArguments => [Name, SiteName];
}
