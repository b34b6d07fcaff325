using Connections.Domain.Shared;

namespace Connections.Domain.Directory;

/// <summary>What an organisation asks to change in its published listing. The listing stays as it is until staff decide,
/// field by field.</summary>
public sealed class ListingChange : IVersioned
{
    private ListingChange()
    {
    }

    public ListingChange(ListingChangeId id, Listing listing, AccountId askedBy, DateTimeOffset now)
    {
        Id = id;
        ListingId = listing.Id;
        AskedBy = askedBy;
        StartedAt = now;
        Before = listing.Content;
        Content = listing.Content;
        State = ListingChangeState.Draft;
    }

    public ListingChangeId Id { get; private set; }

    public ListingId ListingId { get; private set; }

    public AccountId AskedBy { get; private set; }

    public ListingChangeState State { get; private set; }

    /// <summary>The listing as it was when the change was sent.</summary>
    public ListingContent Before { get; private set; } = new();

    /// <summary>The listing as it is asked to be.</summary>
    public ListingContent Content { get; private set; } = new();

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The fields that staff published.</summary>
    public IReadOnlyList<ListingField> Accepted { get; private set; } = [];

    /// <summary>Words of staff to the organisation.</summary>
    public string? Reply { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => State is ListingChangeState.Draft or ListingChangeState.Waiting;

    /// <summary>Writing on takes a waiting change back, so that nobody decides on half of it.</summary>
    public Outcome Save(ListingContent content)
    {
        if (!IsOpen)
        {
            return Outcome.Refused(DirectoryRefusals.ChangeNotOpen);
        }

        Content = content.Tidied();
        State = ListingChangeState.Draft;
        return Outcome.Done;
    }

    public Outcome Send(Listing listing, ListingVocabulary known, DateTimeOffset now)
    {
        if (State is not ListingChangeState.Draft)
        {
            return Outcome.Refused(DirectoryRefusals.ChangeNotOpen);
        }

        if (!listing.CanBeChanged)
        {
            return Outcome.Refused(DirectoryRefusals.NotPublished);
        }

        if (ListingDifference.Between(listing.Content, Content).Count == 0)
        {
            return Outcome.Refused(DirectoryRefusals.NothingChanged);
        }

        var refusals = ListingRules.Check(Content, known, now.Year);
        if (refusals.Count == 0)
        {
            Before = listing.Content;
            State = ListingChangeState.Waiting;
            SentAt = now;
        }

        return Outcome.From(refusals);
    }

    /// <summary>Publishes the chosen fields and leaves the others as they are. Holding any back needs a reason.</summary>
    public Outcome Decide(Listing listing, IReadOnlyCollection<ListingField> accepted, string? reply, GeoPoint? location, DateTimeOffset now)
    {
        if (State is not ListingChangeState.Waiting)
        {
            return Outcome.Refused(DirectoryRefusals.ChangeNotOpen);
        }

        var asked = ListingDifference.Between(listing.Content, Content);
        IReadOnlyList<ListingField> taken = [.. asked.Where(accepted.Contains)];
        var refusal = taken.Count < asked.Count || !string.IsNullOrEmpty(reply) ? Listing.CheckReason(reply) : null;
        if (refusal is not null)
        {
            return Outcome.Refused(refusal);
        }

        var applied = taken.Count == 0 ? Outcome.Done : listing.Apply(Content, taken, location, now);
        if (applied.Succeeded)
        {
            State = taken.Count == asked.Count ? ListingChangeState.Accepted
                : taken.Count == 0 ? ListingChangeState.Refused : ListingChangeState.PartlyAccepted;
            Accepted = taken;
            Reply = string.IsNullOrWhiteSpace(reply) ? null : reply.Trim();
            DecidedAt = now;
        }

        return applied;
    }

    /// <summary>The change is the organisation's own and waits on; who typed it is nobody any more.</summary>
    public void ForgetWhoAsked() => AskedBy = default;

    public Outcome Drop(DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return Outcome.Refused(DirectoryRefusals.ChangeNotOpen);
        }

        State = ListingChangeState.Dropped;
        DecidedAt = now;
        return Outcome.Done;
    }
}
