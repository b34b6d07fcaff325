namespace Connections.Reviewing.Numerics;

/// <summary>A small, fast generator of pseudo-random numbers whose sequence depends on its seed alone.</summary>
/// <remarks>
/// Source: Blackman and Vigna, xoshiro256** (2018), seeded by SplitMix64. The sequence is part of the published record:
/// it is the same on every machine and will not change between releases. It is not for secrets; draws that people
/// must be able to trust use <see cref="Draws.VerifiableDraw"/>.
/// </remarks>
public sealed class SeededRandom
{
    private ulong a;
    private ulong b;
    private ulong c;
    private ulong d;
    private double spare;
    private bool hasSpare;

    public SeededRandom(ulong seed)
    {
        a = SplitMix(ref seed);
        b = SplitMix(ref seed);
        c = SplitMix(ref seed);
        d = SplitMix(ref seed);
    }

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in [0, <paramref name="bound"/>).</summary>
    public int NextIndex(int bound) => (int)(NextUniform() * bound);

    /// <summary>A draw from the normal distribution with mean 0 and standard deviation 1 (Marsaglia's polar method).</summary>
    public double NextNormal()
    {
        if (hasSpare)
        {
            hasSpare = false;
            return spare;
        }

        double x, y, square;
        do
        {
            x = 2 * NextUniform() - 1;
            y = 2 * NextUniform() - 1;
            square = x * x + y * y;
        }
        while (square is >= 1 or 0);

        var factor = Math.Sqrt(-2 * Math.Log(square) / square);
        spare = y * factor;
        hasSpare = true;
        return x * factor;
    }

    private static ulong SplitMix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    private ulong NextBits()
    {
        var result = ulong.RotateLeft(b * 5, 7) * 9;
        var t = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= t;
        d = ulong.RotateLeft(d, 45);
        return result;
    }
}
