using Connections.Domain.Calls;
using Connections.Web.Features.Grants.Staff;
using Connections.Web.Mail;

namespace Connections.Web.Features.Grants.Emails;

/// <summary>The letter that tells an applicant what was decided, with the reasons and the feedback.</summary>
/// <param name="Amount">What is given, in words; empty where no money is.</param>
public sealed record DecisionEmail(
    DecisionKind Kind, string Call, string Reference, string Title, string Amount, string Reasons, string Feedback, string? Contact, Uri Link)
    : Email<DecisionTemplate, GrantsStaffText>($"Letter.{Kind}.Subject")
{
    public override object[] SubjectArguments => [Reference, Call];
}
