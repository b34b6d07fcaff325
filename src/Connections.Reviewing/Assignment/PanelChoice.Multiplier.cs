namespace Connections.Reviewing.Assignment;

/// <summary>The multiplier λ of an application's sum at which the bound on its panels' value is least.</summary>
internal sealed partial class PanelChoice
{
    /// <summary>The λ ≥ 0 at which the bound is least; <see cref="Top"/> was asked there last.</summary>
    /// <remarks>
    /// As λ grows, every panel's value + λ·(sum − T) goes along a straight line, falling or rising; the bound is the highest line at λ. A falling and a
    /// rising one are followed to where they cross, until no other line is above that point.
    /// </remarks>
    private double Lambda(int a)
    {
        var falling = Top(0);
        if (falling.Sum >= Needed)
        {
            Offer(a, falling.Value);
            return 0;
        }

        var rising = HighestSum();
        Offer(a, rising.Value);
        var at = lambda[a];
        for (var step = at > 0 ? 0 : 1; ; step++)
        {
            at = step == 0 ? at : Math.Max((falling.Value - rising.Value) / (rising.Sum - falling.Sum), 0);
            var line = Top(at);
            if (line.Sum >= Needed)
            {
                Offer(a, line.Value);
            }

            if (step >= MostLines || (step > 0 && line.Value - rising.Value + at * (line.Sum - rising.Sum) <= 1e-12 * (Math.Abs(line.Value) + at * line.Sum)))
            {
                return at;
            }

            (falling, rising) = line.Sum < Needed ? (line, rising) : (falling, line);
        }
    }

    /// <summary>The panel of the d best free reviewers by <c>s − price + λ·s</c> at a given λ: its value and sum.</summary>
    private (double Value, double Sum) Top(double at)
    {
        Work += count;
        var size = 0;
        for (var i = 0; i < count; i++)
        {
            Enter(value[i] + at * worth[i], i, ref size);
        }

        return OfTop();
    }

    /// <summary>Puts a key into its place among the d largest so far. False when it is not one of them.</summary>
    private bool Enter(double own, int i, ref int size)
    {
        if (size == places && (size == 0 || own <= topKey[size - 1]))
        {
            return false;
        }

        var k = size < places ? size++ : size - 1;
        for (; k > 0 && topKey[k - 1] < own; k--)
        {
            (topKey[k], top[k]) = (topKey[k - 1], top[k - 1]);
        }

        (topKey[k], top[k]) = (own, i);
        return true;
    }

    /// <summary>The panel of the d free reviewers of the highest affinities.</summary>
    private (double Value, double Sum) HighestSum()
    {
        for (var k = 0; k < places; k++)
        {
            top[k] = k;
        }

        return OfTop();
    }

    private (double Value, double Sum) OfTop()
    {
        var (total, sum) = (ownValue, ownSum);
        for (var k = 0; k < places; k++)
        {
            (total, sum) = (total + value[top[k]], sum + worth[top[k]]);
        }

        return (total, sum);
    }
}
