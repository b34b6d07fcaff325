using System.Numerics;

namespace Connections.Reviewing.Assignment;

/// <summary>Which places three put up, what each set of them would cost each holder, and the best way to share them out.</summary>
internal sealed partial class TrioExchanges
{
    /// <summary>Puts up places, chosen by chance where there are more than may be put up. False when there are none.</summary>
    private bool PutUp(int who)
    {
        var a = holder[who];
        var own = a < 0 ? spare.AsSpan() : panels[a].AsSpan(fixedCount[a]);
        var many = Math.Min(own.Length, Most);
        for (var k = 0; k < many; k++)
        {
            var chosen = own.Length > Most ? k + random.NextIndex(own.Length - k) : k;
            (own[k], own[chosen]) = (own[chosen], own[k]);
            place[first[who] + k] = own[k];
        }

        first[who + 1] = first[who] + many;
        return many > 0;
    }

    /// <summary>Notes which places are with the same reviewer: nobody takes two of them.</summary>
    private void NoteTwins()
    {
        for (var i = 0; i < first[3]; i++)
        {
            twins[i] = 0;
            for (var j = 0; j < first[3]; j++)
            {
                twins[i] |= i != j && place[i] == place[j] ? 1 << j : 0;
            }
        }
    }

    /// <summary>The set of places a holder put up.</summary>
    private int Own(int who) => (1 << first[who + 1]) - (1 << first[who]);

    /// <summary>Whether two sets are of the same reviewers: of two places with one reviewer either will do.</summary>
    private bool IsSame(int some, int others)
    {
        for (var rest = some & ~others; rest != 0; rest &= rest - 1)
        {
            if ((twins[BitOperations.TrailingZeroCount(rest)] & others) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What each set of places would cost its holder: what the sum would lack, less what it brings for the total.</summary>
    private void Price(int who, TrioWays ways)
    {
        var (a, own, mine) = (holder[who], cost[who], Own(who));
        own[0] = a < 0 ? 0 : sums[a];
        for (var i = 0; i < first[3]; i++)
        {
            worth[i] = Worth(a, i, mine);
            own[0] -= (mine >> i & 1) == 1 ? worth[i] : 0;
        }

        foreach (var some in ways.Small)
        {
            var (i, rest) = (BitOperations.TrailingZeroCount(some), some & (some - 1));
            own[some] = (twins[i] & rest) == 0 ? own[rest] + worth[i] : double.NegativeInfinity;
        }

        var weight = total < leastTotal ? WeightOfTotal : WeightOfMore;
        least[who] = double.PositiveInfinity;
        foreach (var some in ways.Small)
        {
            own[some] = a < 0 ? -own[some] : Lack(own[some]) - weight * own[some];
            least[who] = Math.Min(least[who], own[some]);
        }
    }

    /// <summary>What a place brings its new holder; minus infinity where it may not be taken.</summary>
    private double Worth(int a, int i, int mine)
    {
        if (a < 0)
        {
            return (mine >> i & 1) == 1 || loads[place[i]] > problem.MinLoad[place[i]] ? 0 : double.NegativeInfinity;
        }

        var pair = a * problem.R + place[i];
        var isFree = !isTaken[pair] || ((1 << i | twins[i]) & mine) != 0;
        return isFree && problem.IsAllowed[pair] ? problem.Worth[pair] : double.NegativeInfinity;
    }

    /// <summary>Makes the best of the other ways if it is good enough.</summary>
    private bool Share(TrioWays ways, double threshold)
    {
        var (one, other) = (Own(0), Own(1));
        var now = cost[0][one] + cost[1][other] + cost[2][Own(2)];
        var (best, bestOne, bestOther, start) = (double.PositiveInfinity, 0, 0, random.NextIndex(ways.Shares.Length));
        var (otherCost, thirdCost, rest) = (cost[1], cost[2], least[1] + least[2]);
        for (var n = 0; n < ways.Shares.Length; n++)
        {
            // Of equal ways the first is made, so it begins anywhere.
            var i = n + start < ways.Shares.Length ? n + start : n + start - ways.Shares.Length;
            var share = ways.Shares[i];
            var own = cost[0][share];
            if (own + rest >= best)
            {
                continue;
            }

            foreach (var otherShare in ways.Others[i])
            {
                var sum = own + otherCost[otherShare] + thirdCost[ways.All ^ share ^ otherShare];
                if (sum < best && !(IsSame(share, one) && IsSame(otherShare, other)))
                {
                    (best, bestOne, bestOther) = (sum, share, otherShare);
                }
            }
        }

        return best < now + threshold && Make([bestOne, bestOther, ways.All ^ bestOne ^ bestOther]);
    }
}
