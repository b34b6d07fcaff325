using Connections.Web.Features.Grants.Staff;
using Connections.Web.Mail;

namespace Connections.Web.Features.Grants.Emails;

/// <summary>Tells somebody who has begun an application that its call closed before its time.</summary>
public sealed record CallClosedEarlyEmail(string Call, string Reason, Uri Link) : Email<CallClosedEarlyTemplate, GrantsStaffText>("ClosedEarly.Subject")
{
    public override object[] SubjectArguments => [Call];
}
