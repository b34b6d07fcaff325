using Connections.Domain.Shared;

namespace Connections.Domain.Events;

/// <summary>The dates of an event, and how one of them is called off.</summary>
public sealed partial class Event
{
    /// <summary>Every time it takes place, from the first to the horizon counted from <paramref name="now"/>.</summary>
    public IEnumerable<EventOccurrence> Occurrences(DateTimeOffset now) => Times(now).Where(time => !Details.IsCalledOff(time.StartsAt));

    /// <summary>The same with the times that are called off: people who know them look for them.</summary>
    public IEnumerable<EventOccurrence> Times(DateTimeOffset now)
    {
        var length = Details.EndsAt - Details.StartsAt;
        return LocalStarts(now).Select(start => new EventOccurrence(Id, Details.InstantOf(start), Details.InstantOf(start + length)));
    }

    /// <summary>Calls one date off; the others stay, and so does what calendars know the event by.</summary>
    /// <param name="start">As the clock of the place shows it.</param>
    /// <param name="reason">What people should know.</param>
    public Outcome CallOff(DateTime start, string? reason, DateTimeOffset now)
    {
        if (WhyNotCalledOff(start, now) is { } refusal)
        {
            return Outcome.Refused(refusal);
        }

        var words = OneLine.Of(reason ?? "").Trim();
        if (words.Length is 0 or > DateCalledOff.MaxReason)
        {
            return Outcome.Refused(words.Length == 0 ? EventRefusals.CallOffReasonMissing : EventRefusals.CallOffReasonTooLong);
        }

        if (!Details.Exceptions.Contains(start))
        {
            CalledOff = [.. CalledOff.Where(date => date.Start != start).Append(new DateCalledOff(start, words)).OrderBy(date => date.Start)];
            SetDates(details => details with { Exceptions = [.. details.Exceptions.Append(start).Order()] }, now);
        }

        return Outcome.Done;
    }

    /// <summary>Why the time that begins then does not take place; null where it does, or nobody said.</summary>
    public string? WhyCalledOff(DateTimeOffset startsAt) =>
        Details.IsCalledOff(startsAt) ? DateCalledOff.Why(CalledOff, startsAt, Details.TimeZone) : null;

    /// <summary>Takes back that a date was called off.</summary>
    public Outcome TakePlaceAfterAll(DateTime start, DateTimeOffset now)
    {
        if (WhyNotCalledOff(start, now) is { } refusal)
        {
            return Outcome.Refused(refusal);
        }

        if (Details.Exceptions.Contains(start))
        {
            CalledOff = [.. CalledOff.Where(date => date.Start != start)];
            SetDates(details => details with { Exceptions = [.. details.Exceptions.Where(e => e != start)] }, now);
        }

        return Outcome.Done;
    }

    private Refusal? WhyNotCalledOff(DateTime start, DateTimeOffset now) =>
        !IsPublic || Status is EventStatus.Cancelled ? EventRefusals.NotInTheList
        : Details.Recurrence is null || !LocalStarts(now).Contains(start) ? EventRefusals.NoSuchDate
        : Details.InstantOf(start) <= now ? EventRefusals.DateBegan
        : null;

    /// <summary>In what is published and in a change that waits: it was shared before the date was called off.</summary>
    private void SetDates(Func<EventDetails, EventDetails> change, DateTimeOffset now)
    {
        Details = change(Details);
        Proposed = Proposed is { Recurrence: not null } waiting ? change(waiting) : Proposed;
        Sequence++;
        UpdatedAt = now;
    }

    private IEnumerable<DateTime> LocalStarts(DateTimeOffset now)
    {
        var starts = Details.Recurrence is { } text && RecurrenceRule.Parse(text) is { } rule
            ? rule.Starts(Details.StartsAt, TimeZoneInfo.FindSystemTimeZoneById(Details.TimeZone))
            : [Details.StartsAt];
        return starts.TakeWhile((start, i) => i == 0 || start < now.UtcDateTime + Horizon);
    }
}
