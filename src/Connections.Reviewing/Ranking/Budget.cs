namespace Connections.Reviewing.Ranking;

/// <summary>What happens to money that is too little for the next application in order.</summary>
public enum LeftOverPolicy
{
    /// <summary>Nothing: the walk ends at the first request that does not fit.</summary>
    Stop,

    /// <summary>Later, smaller requests that still fit are funded.</summary>
    SkipToFit,

    /// <summary>The first request that does not fit is offered what is left, and the walk ends.</summary>
    ReducedOffer,
}

/// <summary>An authorised addition to a budget. Without a name no award beyond the budget is possible.</summary>
public sealed record BudgetOverride(string AuthorisedBy, long Extra);

/// <summary>A call's money, in whole minor units (pence), and what each application asks for.</summary>
public sealed record Budget(
    long Amount, LeftOverPolicy Policy, IReadOnlyDictionary<string, long> Requests, BudgetOverride? Override = null)
{
    /// <summary>Walks the order and adds up requests.</summary>
    /// <param name="order">Best first; applications in one class are exact ties.</param>
    /// <remarks>
    /// A class of exact ties that does not fit as a whole is left undecided and ends the walk under every policy: which of them
    /// is funded is for a draw, and what follows depends on it. Guarantee: the awards never exceed budget plus named override.
    /// </remarks>
    public BudgetWalk Walk(IReadOnlyList<IReadOnlyList<string>> order)
    {
        var left = Available;
        var fullyFundable = 0;
        var hasStopped = false;
        var awards = new List<Award>();
        foreach (var tied in order)
        {
            var asked = tied.Sum(a => Requests[a]);
            if (asked <= left)
            {
                left -= asked;
                awards.AddRange(tied.Select(a => new Award(a, Requests[a], IsReduced: false)));
                fullyFundable += hasStopped ? 0 : tied.Count;
                continue;
            }

            hasStopped = true;
            if (tied.Count > 1)
            {
                return new BudgetWalk(Available, fullyFundable, awards, left, [.. tied]);
            }

            if (Policy == LeftOverPolicy.ReducedOffer && left > 0)
            {
                awards.Add(new Award(tied[0], left, IsReduced: true));
                left = 0;
            }

            if (Policy != LeftOverPolicy.SkipToFit)
            {
                break;
            }
        }

        return new BudgetWalk(Available, fullyFundable, awards, left, []);
    }

    private long Available => Amount + (Override is { AuthorisedBy: var name } && !string.IsNullOrWhiteSpace(name) ? Override.Extra : 0);
}

/// <summary>One award in minor units.</summary>
public sealed record Award(string Application, long Amount, bool IsReduced);

/// <summary>The result of walking a ranking with a budget.</summary>
/// <param name="Available">Budget plus named override.</param>
/// <param name="FullyFundable">How many applications from the top can be funded in full before one does not fit.</param>
/// <param name="Awards">In order of the ranking.</param>
/// <param name="LeftOver">Available less awards.</param>
/// <param name="Undecided">Exact ties that cannot all be funded.</param>
public sealed record BudgetWalk(
    long Available, int FullyFundable, IReadOnlyList<Award> Awards, long LeftOver, IReadOnlyList<string> Undecided);
