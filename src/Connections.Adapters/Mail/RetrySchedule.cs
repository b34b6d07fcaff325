namespace Connections.Adapters.Mail;

/// <summary>When to try again: doubling waits up to a ceiling, scattered so that a thousand mails do not return at once.</summary>
/// <remarks>The same seed (a mail's own number, say) always gives the same waits, so a schedule can be shown and tested.</remarks>
public sealed class RetrySchedule
{
    private readonly TimeSpan first;
    private readonly TimeSpan longest;

    public RetrySchedule(TimeSpan first, TimeSpan longest, int attempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(first, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, first);
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        this.first = first;
        this.longest = longest;
        Attempts = attempts;
    }

    /// <summary>How often a mail is tried in all, the first time included.</summary>
    public int Attempts { get; }

    /// <summary>The wait after the given number of failed attempts; null when it is time to give up.</summary>
    public TimeSpan? WaitAfter(int failedAttempts, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failedAttempts, 1);
        if (failedAttempts >= Attempts)
        {
            return null;
        }

        var ticks = Math.Min(first.Ticks * Math.Pow(2, failedAttempts - 1), longest.Ticks);
        return TimeSpan.FromTicks((long)(ticks * (0.75 + (0.5 * Fraction(seed, failedAttempts)))));
    }

    // SplitMix64: a well mixed number in [0, 1) from the seed and the attempt, with no state to keep.
    private static double Fraction(long seed, int attempt)
    {
        var z = unchecked((ulong)seed + ((ulong)attempt * 0x9E3779B97F4A7C15UL));
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        z ^= z >> 31;
        return (z >> 11) * (1.0 / (1UL << 53));
    }
}
