using Connections.Testing;

namespace Connections.EndToEnd.Tests.Browsing;

/// <summary>Runs as every clock does, from a day on which the demonstration's call is open, whatever day it is outside.</summary>
public sealed class ClockOfTheDemonstration : TimeProvider
{
    private readonly TimeSpan difference = FixedClock.Noon - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + difference;
}
