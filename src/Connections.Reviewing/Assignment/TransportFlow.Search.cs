using System.Runtime.InteropServices;

namespace Connections.Reviewing.Assignment;

/// <summary>The search for the cheapest way to place one more unit, and the prices after it.</summary>
public sealed partial class TransportFlow
{
    /// <summary>What one more use of this pair costs beyond the prices: not negative unless the pair is used up.</summary>
    private double ReducedCost(Arc arc) => arc.Cost + applicationPrice[arc.Application] - reviewerPrice[arc.Reviewer];

    /// <summary>Sends as many units as one shortest path carries. Nodes: reviewers first, applications behind them.</summary>
    private void Augment(int source)
    {
        var sourceNode = problem.R + 1 + source;
        nearest = double.PositiveInfinity;
        Reach(sourceNode, 0, null);
        var target = -1;
        while (queue.TryDequeue(out var node, out var length))
        {
            if (isSettled[node] || length > distance[node])
            {
                continue;
            }

            isSettled[node] = true;
            if (node <= problem.R && roomLeft[node] > 0)
            {
                target = node;
                break;
            }

            Scan(node, length);
        }

        Push(target, source);
        Reprice(distance[target]);
    }

    private void Scan(int node, double length)
    {
        if (node <= problem.R)
        {
            foreach (var arc in usedBy[node])
            {
                Reach(problem.R + 1 + arc.Application, length + Math.Max(-ReducedCost(arc), 0), arc);
            }

            return;
        }

        var start = length + applicationPrice[node - problem.R - 1];
        foreach (var arc in CollectionsMarshal.AsSpan(arcsOf[node - problem.R - 1]))
        {
            if (start + arc.Cost - reviewerPrice[arc.Reviewer] is var end && end < nearest && arc.Flow < arc.Capacity)
            {
                Reach(arc.Reviewer, Math.Max(end, length), arc);
            }
        }
    }

    private void Reach(int node, double length, Arc? arc)
    {
        // Nothing farther than the nearest place that is free is on a shortest path.
        if (length < distance[node] && length < nearest && !isSettled[node])
        {
            nearest = node <= problem.R && roomLeft[node] > 0 ? length : nearest;
            if (double.IsPositiveInfinity(distance[node]))
            {
                touched.Add(node);
            }

            distance[node] = length;
            reachedBy[node] = arc;
            queue.Enqueue(node, length);
        }
    }

    private void Push(int target, int source)
    {
        var amount = Math.Min(roomLeft[target], demandLeft[source]);
        foreach (var (arc, forward) in Path(target, source))
        {
            amount = Math.Min(amount, forward ? arc.Capacity - arc.Flow : arc.Flow);
        }

        foreach (var (arc, forward) in Path(target, source).ToArray())
        {
            if (forward && arc.Flow == 0)
            {
                usedBy[arc.Reviewer].Add(arc);
            }

            arc.Flow += forward ? amount : -amount;
            if (arc.Flow == 0)
            {
                usedBy[arc.Reviewer].Remove(arc);
            }
        }

        roomLeft[target] -= amount;
        demandLeft[source] -= amount;
    }

    /// <summary>The steps back from the target: a place taken (forward), a place given up, and so on to the source.</summary>
    private IEnumerable<(Arc Arc, bool Forward)> Path(int target, int source)
    {
        var taken = reachedBy[target]!;
        while (true)
        {
            yield return (taken, true);
            if (taken.Application == source)
            {
                yield break;
            }

            var givenUp = reachedBy[problem.R + 1 + taken.Application]!;
            yield return (givenUp, false);
            taken = reachedBy[givenUp.Reviewer]!;
        }
    }

    /// <summary>Lowers the prices of everything nearer than the target, so that no pair is worth more than its price again.</summary>
    private void Reprice(double length)
    {
        foreach (var node in touched)
        {
            if (isSettled[node])
            {
                if (node <= problem.R)
                {
                    reviewerPrice[node] += distance[node] - length;
                }
                else
                {
                    applicationPrice[node - problem.R - 1] += distance[node] - length;
                }
            }

            distance[node] = double.PositiveInfinity;
            isSettled[node] = false;
        }

        touched.Clear();
        queue.Clear();
    }
}
