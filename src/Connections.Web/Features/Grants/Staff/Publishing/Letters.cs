using Connections.Domain.Calls;
using Connections.Web.Features.Grants.Emails;
using Connections.Web.Features.Grants.Staff.Reading;
using Connections.Web.Sites;

namespace Connections.Web.Features.Grants.Staff.Publishing;

/// <summary>Writes the letter that goes with a decision.</summary>
public sealed class Letters(ISiteLinks links)
{
    public DecisionEmail For(Call call, Application application, Decision decision) => new(
        decision.Kind,
        call.Name,
        application.Reference!,
        application.Title ?? application.Reference!,
        StaffAmounts.Of(decision.AmountMinor, StaffAmounts.CurrencyOf(call)),
        decision.Reasons,
        decision.Feedback,
        call.Terms.ContactEmail,
        links.Absolute(GrantsLinks.Application(application.Id)));
}
