using Connections.Web.Features.Grants.Staff;
using Connections.Web.Mail;

namespace Connections.Web.Features.Grants.Emails;

/// <summary>Tells a reviewer that applications were put on their pile.</summary>
public sealed record ReviewsGivenEmail(string Call, int Count, DateOnly? Until, Uri Link) : Email<ReviewsGivenTemplate, GrantsStaffText>("ReviewsGiven.Subject")
{
    public override object[] SubjectArguments => [Call];
}
