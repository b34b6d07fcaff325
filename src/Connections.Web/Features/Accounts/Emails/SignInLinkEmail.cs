using Connections.Web.Mail;

namespace Connections.Web.Features.Accounts.Emails;

/// <param name="Minutes">How long the link works.</param>
/// <param name="Adding">Name of the organisation that somebody adds with this address; null where somebody only signs in.</param>
public sealed record SignInLinkEmail(Uri Link, int Minutes, string SiteName, string? Adding = null)
    : Email<SignInLinkTemplate, AccountsText>(Adding is null ? "SignInLink.Subject" : "SignInLink.AddingSubject")
{
    public override object[] SubjectArguments => Adding is null ? [SiteName] : [Adding, SiteName];
}
