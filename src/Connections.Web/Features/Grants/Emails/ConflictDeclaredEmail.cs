using Connections.Web.Features.Grants.Staff;
using Connections.Web.Mail;

namespace Connections.Web.Features.Grants.Emails;

/// <summary>Tells a fund manager that a reviewer took an application off their pile, so that somebody else is asked.</summary>
public sealed record ConflictDeclaredEmail(string Call, string Reference, int Reviewer, string Reason, Uri Link)
    : Email<ConflictDeclaredTemplate, GrantsStaffText>("Conflict.Subject")
{
    public override object[] SubjectArguments => [Reference];
}
