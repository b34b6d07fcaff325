using Connections.Domain.Events;
using Connections.Domain.Shared;

namespace Connections.Domain.Tests.Events;

internal static class EventExamples
{
    public static readonly DateTimeOffset Now = new(2026, 12, 2, 12, 0, 0, TimeSpan.Zero);

    public static readonly EventDetails Details = new(
        "Open night", "Songs and soup.", "", new DateTime(2027, 1, 20, 19, 0, 0), new DateTime(2027, 1, 20, 21, 30, 0), "Europe/London",
        null, [], "Leith Hall", "Edinburgh", "GB", null, ["en"], ["culture"], null, null);

    public static Event Submitted(EventDetails? details = null) =>
        new(EventId.New(), "open-night", "Consulate", null, new AccountId(Guid.CreateVersion7()), details ?? Details, Now);

    public static Event Published(EventDetails? details = null)
    {
        var made = Submitted(details);
        Assert.Equal(Outcome.Done, made.Publish(Now));
        return made;
    }
}
