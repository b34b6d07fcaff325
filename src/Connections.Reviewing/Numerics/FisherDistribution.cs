using MathNet.Numerics;

namespace Connections.Reviewing.Numerics;

/// <summary>Quantiles of Fisher's F distribution, for any degrees of freedom above zero, whole or not.</summary>
/// <remarks>
/// <c>P(F > x) = I(d₂/(d₂ + d₁x); d₂/2, d₁/2)</c> with the regularised incomplete beta function of MathNet.Numerics, halved in on ln x. Few degrees of
/// freedom below the line give quantiles of thousands and more (about 1,000 for one, 10⁶ for a half), which MathNet's own search, ending at 1,000, does not find.
/// </remarks>
public static class FisherDistribution
{
    private const double Widest = 690;
    private const int Halvings = 80;

    /// <summary>The value that F exceeds with the given probability; infinite beyond e⁶⁹⁰.</summary>
    public static double Exceeded(double above, double below, double probability)
    {
        if (!(above > 0 && below > 0))
        {
            return double.NaN;
        }

        double low = -Widest, high = Widest;
        for (var step = 0; step < Halvings; step++)
        {
            var middle = (low + high) / 2;
            var tail = SpecialFunctions.BetaRegularized(below / 2, above / 2, below / (below + above * Math.Exp(middle)));
            (low, high) = tail > probability ? (middle, high) : (low, middle);
        }

        return high >= Widest ? double.PositiveInfinity : Math.Exp((low + high) / 2);
    }
}
