namespace Connections.Domain.Events;

/// <summary>Why one date of an event does not take place, in words for the people who would have come.</summary>
/// <param name="Start">As the clock of the place shows it.</param>
public sealed record DateCalledOff(DateTime Start, string Reason)
{
    public const int MaxReason = 200;
}
