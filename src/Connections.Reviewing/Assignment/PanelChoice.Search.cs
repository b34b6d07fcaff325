namespace Connections.Reviewing.Assignment;

/// <summary>The depth-first search for panels of one application; the last reviewer of the best panel is looked up, not searched.</summary>
internal sealed partial class PanelChoice
{
    private void Search(int a, int most)
    {
        hasLeaders = false;
        (found, limit, IsComplete, stopAt) = (0, most, true, Work + (list is null ? 100_000 : 1_000_000));
        if (places >= 0)
        {
            Extend(a, 0, 0, lift, ownSum);
        }
    }

    private void Extend(int a, int from, int size, double high, double sum)
    {
        if (size == places)
        {
            Accept(a, high - lambda[a] * (sum - Needed), sum);
            return;
        }

        for (var i = from; i <= shortlisted - (places - size) && IsComplete && found <= limit; i++)
        {
            var bound = high;
            for (var k = i; k < i + places - size; k++)
            {
                bound += key[k];
            }

            if (bound < bar + rounding || (Work += 6) > stopAt)
            {
                IsComplete &= Work <= stopAt;
                return;
            }

            taken[size] = order[i];
            if (list is null && size == places - 2 && Complete(a, high + key[i], sum + worth[order[i]]))
            {
                continue;
            }

            Extend(a, i + 1, size + 1, high + key[i], sum + worth[order[i]]);
        }
    }

    /// <summary>Adds the most valuable last reviewer with whom the sum reaches T. False when a rule stands against that reviewer.</summary>
    private bool Complete(int a, double high, double sum)
    {
        var reach = Reach(Needed - sum);
        for (var k = 0; k < places && reach > 0; k++)
        {
            var last = Leaders()[(reach - 1) * places + k];
            if (last < 0)
            {
                break;
            }

            if (Array.IndexOf(taken, last, 0, places - 1) < 0)
            {
                taken[places - 1] = last;
                var total = high - lambda[a] * (sum - Needed) + value[last];
                return total <= bar || Accept(a, total, sum + worth[last]);
            }
        }

        return true;
    }

    /// <summary>How many of the shortlist, best affinity first, are worth at least so much.</summary>
    private int Reach(double least)
    {
        var (low, high) = (0, shortlisted);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = worth[byWorth[middle]] >= least ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>For each number of the shortlist, best affinity first: the d most valuable ones among them (−1 where there are fewer).</summary>
    private int[] Leaders()
    {
        for (var i = 0; i < shortlisted && !hasLeaders; i++)
        {
            var (at, next) = (i * places, byWorth[i]);
            for (var k = 0; k < places; k++)
            {
                leaders[at + k] = i == 0 ? -1 : leaders[at - places + k];
            }

            for (var k = 0; k < places && next >= 0; k++)
            {
                if (leaders[at + k] < 0 || value[next] > value[leaders[at + k]])
                {
                    (leaders[at + k], next) = (next, leaders[at + k]);
                }
            }
        }

        hasLeaders = true;
        return leaders;
    }

    /// <summary>Makes the panel of the reviewers that <see cref="Top"/> found the best one so far, if it is.</summary>
    private void Offer(int a, double total)
    {
        if (list is null && total > bar)
        {
            Array.Copy(top, taken, places);
            Accept(a, total, OfTop().Sum);
        }
    }

    /// <summary>Offers the same reviewers with one of them changed for the most valuable one with whom the sum reaches T.</summary>
    private void OfferChanged(int a)
    {
        var (total, sum) = OfTop();
        for (var k = 0; k < places && list is null; k++)
        {
            var old = top[k];
            var (rest, chosen) = (sum - worth[old], -1);
            for (var i = 0; i < count && rest + worth[i] >= Needed; i++)
            {
                if ((chosen < 0 || value[i] > value[chosen]) && Array.IndexOf(top, i, 0, places) < 0)
                {
                    chosen = i;
                }
            }

            if (chosen >= 0)
            {
                top[k] = chosen;
                Offer(a, total - value[old] + value[chosen]);
                top[k] = old;
            }
        }

        Work += count;
    }

    private bool Accept(int a, double total, double sum)
    {
        if (sum < Needed || total < bar || (list is null && total <= bar))
        {
            return false;
        }

        var pairs = new int[kept[a].Length + places];
        kept[a].CopyTo(pairs, 0);
        for (var k = 0; k < places; k++)
        {
            pairs[kept[a].Length + k] = free[taken[k]];
        }

        if (rules.IsBound(a) && rules.CountBroken(a, [.. pairs.Select(p => p % problem.R)]) > 0)
        {
            return false;
        }

        Array.Sort(pairs);
        found++;
        var panel = new Panel(a, pairs, sum);
        if (list is null)
        {
            (best, bar) = (panel, total);
        }
        else if (found <= limit)
        {
            list.Add(panel);
        }

        return true;
    }
}
