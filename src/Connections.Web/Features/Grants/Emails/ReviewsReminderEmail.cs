using Connections.Web.Features.Grants.Staff;
using Connections.Web.Mail;

namespace Connections.Web.Features.Grants.Emails;

/// <summary>Reminds a reviewer of reviews that are not sent.</summary>
public sealed record ReviewsReminderEmail(string Call, int Count, DateOnly? Until, Uri Link) : Email<ReviewsReminderTemplate, GrantsStaffText>("ReviewsReminder.Subject")
{
    public override object[] SubjectArguments => [Call];
}
