using Connections.Domain.Partners;
using Connections.Domain.Shared;

namespace Connections.Domain.Events;

/// <summary>Something that takes place, once or again and again, shared by an organisation or a partner and checked by
/// staff before it is listed.</summary>
public sealed partial class Event : IVersioned
{
    /// <summary>How far ahead a repeating event is laid out in the list; a job moves it on.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(550);

    private Event()
    {
    }

    public Event(EventId id, string slug, string organiser, PartnerId? partner, AccountId? sharedBy, EventDetails details, DateTimeOffset now)
    {
        Id = id;
        Slug = slug;
        Organiser = organiser;
        PartnerId = partner;
        SharedBy = sharedBy;
        Details = details;
        Status = EventStatus.Submitted;
        SubmittedAt = now;
        UpdatedAt = now;
    }

    public EventId Id { get; private set; }

    public string Slug { get; private set; } = "";

    /// <summary>Name of the organisation or partner that shares it.</summary>
    public string Organiser { get; private set; } = "";

    public PartnerId? PartnerId { get; private set; }

    /// <summary>Whose account looks after it.</summary>
    public AccountId? SharedBy { get; private set; }

    public EventDetails Details { get; private set; } = null!;

    /// <summary>What a published event is to say once staff have checked it; until then the public sees <see cref="Details"/>.</summary>
    public EventDetails? Proposed { get; private set; }

    /// <summary>What its organiser wants it to say.</summary>
    public EventDetails Wanted => Proposed ?? Details;

    public EventStatus Status { get; private set; }

    /// <summary>Why it was returned or cancelled.</summary>
    public string? StatusReason { get; private set; }

    /// <summary>Why dates were called off, one line for each that its organiser or staff called off here.</summary>
    public List<DateCalledOff> CalledOff { get; private set; } = [];

    public DateTimeOffset SubmittedAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>RFC 5545 SEQUENCE: rises when a published event changes or is cancelled, so that calendars follow.</summary>
    public int Sequence { get; private set; }

    public int Version { get; private set; }

    /// <summary>Whether the public sees it: published, or cancelled after it was published.</summary>
    public bool IsPublic => PublishedAt is not null;

    /// <summary>Changed by its organiser, to be checked. What is published stays as it is until then.</summary>
    public Outcome Change(EventDetails details, DateTimeOffset now)
    {
        if (Status is EventStatus.Cancelled)
        {
            return Outcome.Refused(EventRefusals.AlreadyCancelled);
        }

        var refusals = details.Check();
        if (refusals.Count > 0)
        {
            return Outcome.From(refusals);
        }

        if (IsPublic)
        {
            Proposed = details;
        }
        else
        {
            Details = details;
        }

        Status = EventStatus.Submitted;
        StatusReason = null;
        SubmittedAt = now;
        UpdatedAt = now;
        return Outcome.Done;
    }

    public Outcome Publish(DateTimeOffset now)
    {
        if (Status is not EventStatus.Submitted)
        {
            return Outcome.Refused(EventRefusals.NotWaiting);
        }

        Sequence += IsPublic ? 1 : 0;
        (Details, Proposed) = (Wanted, null);
        Status = EventStatus.Published;
        PublishedAt = now;
        UpdatedAt = now;
        return Outcome.Done;
    }

    public Outcome Return(string reason, DateTimeOffset now)
    {
        if (Status is not EventStatus.Submitted)
        {
            return Outcome.Refused(EventRefusals.NotWaiting);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.Refused(EventRefusals.ReasonMissing);
        }

        Status = EventStatus.Returned;
        StatusReason = reason.Trim();
        UpdatedAt = now;
        return Outcome.Done;
    }

    public Outcome Cancel(string? reason, DateTimeOffset now)
    {
        if (Status is EventStatus.Cancelled)
        {
            return Outcome.Refused(EventRefusals.AlreadyCancelled);
        }

        Status = EventStatus.Cancelled;
        Proposed = null;
        StatusReason = reason?.Trim();
        Sequence++;
        UpdatedAt = now;
        return Outcome.Done;
    }
}
