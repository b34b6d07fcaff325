using Connections.Domain.Calls;
using Connections.Web.Features.Grants.Staff.Reading;

namespace Connections.Web.Features.Grants.Staff.Deciding;

/// <summary>What is awarded, against the budget; shown wherever something is decided.</summary>
public sealed record DecisionsSum(Call Call, long AwardedMinor, int Awards, int Decided, int Applications, int LeavingTheOrder)
{
    public long? LeftMinor => Call.Terms.Budget?.MinorUnits - AwardedMinor;

    public bool IsOver => LeftMinor < 0;

    public string Currency => StaffAmounts.CurrencyOf(Call);

    public static DecisionsSum Of(CallRanking ranking)
    {
        var decisions = ranking.Rows.Select(r => r.Decision).OfType<Decision>().ToList();
        return new DecisionsSum(
            ranking.Call, decisions.Sum(d => d.AmountMinor ?? 0), decisions.Count(d => d.Kind is DecisionKind.Award), decisions.Count, ranking.Rows.Count, ranking.Rows.Count(r => r.LeavesTheOrder));
    }
}
