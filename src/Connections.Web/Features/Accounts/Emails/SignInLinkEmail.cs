using Connections.Web.Mail;

namespace Connections.Web.Features.Accounts.Emails;

/// <param name="Minutes">How long the link works.</param>
public sealed record SignInLinkEmail(Uri Link, int Minutes, string SiteName) : Email<SignInLinkTemplate, AccountsText>("SignInLink.Subject")
{
    public override object[] SubjectArguments => [SiteName];
}
