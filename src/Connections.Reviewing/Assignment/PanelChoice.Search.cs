namespace Connections.Reviewing.Assignment;

/// <summary>The depth-first search for panels of one application; the last reviewer of the best panel is looked up, not searched.</summary>
internal sealed partial class PanelChoice
{
    private void Search(int a, double least, int most)
    {
        hasLeaders = false;
        (bar, found, limit, IsComplete, stopAt) = (least, 0, most, true, Work + (list is null ? 100_000 : 1_000_000));
        if (count >= places && places >= 0)
        {
            Extend(a, 0, 0, lift, kept[a].Sum(p => problem.Worth[p]));
        }
    }

    private void Extend(int a, int from, int size, double high, double sum)
    {
        if (size == places)
        {
            Accept(a, high - lambda[a] * (sum - needed), sum);
            return;
        }

        for (var i = from; i <= count - (places - size) && IsComplete && found <= limit; i++)
        {
            var bound = high;
            for (var k = i; k < i + places - size; k++)
            {
                bound += key[k];
            }

            if (bound < bar || (Work += 6) > stopAt)
            {
                IsComplete &= Work <= stopAt;
                return;
            }

            taken[size] = order[i];
            if (list is null && size == places - 2 && Complete(a, high + key[i], sum + problem.Worth[order[i]]))
            {
                continue;
            }

            Extend(a, i + 1, size + 1, high + key[i], sum + problem.Worth[order[i]]);
        }
    }

    /// <summary>Adds the most valuable last reviewer with whom the sum reaches T. False when a rule stands against that reviewer.</summary>
    private bool Complete(int a, double high, double sum)
    {
        var reach = Reach(a, needed - sum);
        for (var k = 0; k < places && reach > 0; k++)
        {
            var pair = Leaders(a)[(reach - 1) * places + k];
            if (pair < 0)
            {
                break;
            }

            if (Array.IndexOf(taken, pair, 0, places - 1) < 0)
            {
                taken[places - 1] = pair;
                var worth = high - lambda[a] * (sum - needed) + value[pair % problem.R];
                return worth <= bar || Accept(a, worth, sum + problem.Worth[pair]);
            }
        }

        return true;
    }

    /// <summary>How many of the free reviewers, best affinity first, are worth at least so much.</summary>
    private int Reach(int a, double worth)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = problem.Worth[free[a][middle]] >= worth ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>For each number of reviewers, best affinity first: the d most valuable ones among them (−1 where there are fewer).</summary>
    private int[] Leaders(int a)
    {
        for (var i = 0; i < count && !hasLeaders; i++)
        {
            var (at, pair) = (i * places, free[a][i]);
            for (var k = 0; k < places; k++)
            {
                leaders[at + k] = i == 0 ? -1 : leaders[at - places + k];
            }

            for (var k = 0; k < places && pair >= 0; k++)
            {
                if (leaders[at + k] < 0 || value[pair % problem.R] > value[leaders[at + k] % problem.R])
                {
                    (leaders[at + k], pair) = (pair, leaders[at + k]);
                }
            }
        }

        hasLeaders = true;
        return leaders;
    }

    private bool Accept(int a, double worth, double sum)
    {
        int[] pairs = [.. kept[a], .. taken.Take(places)];
        if (sum < needed || worth < bar || (list is null && worth <= bar) || rules.CountBroken(a, [.. pairs.Select(p => p % problem.R)]) > 0)
        {
            return false;
        }

        Array.Sort(pairs);

        found++;
        var panel = new Panel(a, pairs, sum);
        if (list is null)
        {
            (best, bar) = (panel, worth);
        }
        else if (found <= limit)
        {
            list.Add(panel);
        }

        return true;
    }
}
