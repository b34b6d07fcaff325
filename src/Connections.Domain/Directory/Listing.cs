using Connections.Domain.Shared;

namespace Connections.Domain.Directory;

/// <summary>An organisation's entry in the directory and its way through it. Nothing it says is public before a person of
/// the site's staff has read it, and nothing stays public that nobody confirms.</summary>
public sealed class Listing : IVersioned
{
    public const int ReasonLength = 2000;

    private Listing()
    {
    }

    public Listing(ListingId id, OrganisationId organisationId, ListingContent content, DateTimeOffset now)
    {
        Id = id;
        OrganisationId = organisationId;
        Content = content.Tidied();
        CreatedAt = now;
        State = ListingState.Draft;
    }

    public ListingId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public ListingState State { get; private set; }

    public ListingContent Content { get; private set; } = new();

    public ListingDeclaration? Declaration { get; private set; }

    /// <summary>The part of its web address, given when first published and kept from then on.</summary>
    public string? Slug { get; private set; }

    public GeoPoint? Location { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When somebody last said that all of it is right.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>When the organisation was last asked to confirm.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Why staff returned it, in their words to the organisation.</summary>
    public string? ReturnReason { get; private set; }

    public int Version { get; private set; }

    /// <summary>Shown in the list and found by search.</summary>
    public bool IsListed => State is ListingState.Published or ListingState.DueForConfirmation;

    public bool CanBeWritten => State is ListingState.Draft or ListingState.Returned;

    public bool CanBeChanged => IsListed || State is ListingState.Dormant;

    public Outcome SaveDraft(ListingContent content)
    {
        if (!CanBeWritten)
        {
            return Outcome.Refused(DirectoryRefusals.NotADraft);
        }

        Content = content.Tidied();
        return Outcome.Done;
    }

    public Outcome Submit(ListingDeclaration declaration, ListingVocabulary known, DateTimeOffset now)
    {
        if (!CanBeWritten)
        {
            return Outcome.Refused(DirectoryRefusals.NotADraft);
        }

        var refusals = ListingRules.Check(Content, known, now.Year).Concat(declaration.Check()).ToList();
        if (refusals.Count == 0)
        {
            Declaration = declaration;
            State = ListingState.Submitted;
            SubmittedAt = now;
        }

        return Outcome.From(refusals);
    }

    public Outcome Publish(string slug, GeoPoint? location, DateTimeOffset now)
    {
        if (State is not ListingState.Submitted)
        {
            return Outcome.Refused(DirectoryRefusals.NotSubmitted);
        }

        Slug ??= slug;
        Location = location;
        ReturnReason = null;
        PublishedAt ??= now;
        MarkConfirmed(now);
        return Outcome.Done;
    }

    public Outcome Return(string? reason)
    {
        if (State is not ListingState.Submitted)
        {
            return Outcome.Refused(DirectoryRefusals.NotSubmitted);
        }

        if (CheckReason(reason) is { } refusal)
        {
            return Outcome.Refused(refusal);
        }

        State = ListingState.Returned;
        ReturnReason = reason!.Trim();
        return Outcome.Done;
    }

    /// <summary>A yearly "all is right", which also wakes a dormant listing.</summary>
    public Outcome Confirm(DateTimeOffset now)
    {
        if (!CanBeChanged)
        {
            return Outcome.Refused(DirectoryRefusals.NotPublished);
        }

        MarkConfirmed(now);
        return Outcome.Done;
    }

    /// <summary>Takes over the accepted fields of a change. Staff have just read the listing, so it counts as confirmed.</summary>
    public Outcome Apply(ListingContent asked, IReadOnlyCollection<ListingField> fields, GeoPoint? location, DateTimeOffset now)
    {
        if (!CanBeChanged)
        {
            return Outcome.Refused(DirectoryRefusals.NotPublished);
        }

        Content = ListingDifference.Take(Content, asked, fields);
        Location = location;
        MarkConfirmed(now);
        return Outcome.Done;
    }

    /// <returns>Whether the listing became due now: a year has passed since it was last confirmed.</returns>
    public bool BecomeDue(DateTimeOffset now)
    {
        if (State is not ListingState.Published || ConfirmedAt is not { } confirmed || now < ConfirmationPeriod.DueAt(confirmed))
        {
            return false;
        }

        State = ListingState.DueForConfirmation;
        AskedAt = now;
        return true;
    }

    /// <returns>Whether the listing became dormant now: it was asked and nobody answered within the grace time.</returns>
    public bool BecomeDormant(DateTimeOffset now)
    {
        if (State is not ListingState.DueForConfirmation || AskedAt is not { } asked || now < ConfirmationPeriod.DormantAt(asked))
        {
            return false;
        }

        State = ListingState.Dormant;
        return true;
    }

    public Outcome Withdraw(DateTimeOffset now)
    {
        if (State is ListingState.Withdrawn)
        {
            return Outcome.Refused(DirectoryRefusals.AlreadyWithdrawn);
        }

        State = ListingState.Withdrawn;
        WithdrawnAt = now;
        return Outcome.Done;
    }

    /// <summary>Back to a draft with everything it said, to be sent and read like a new one.</summary>
    public Outcome ListAgain()
    {
        if (State is not ListingState.Withdrawn)
        {
            return Outcome.Refused(DirectoryRefusals.NotWithdrawn);
        }

        State = ListingState.Draft;
        WithdrawnAt = null;
        ReturnReason = null;
        return Outcome.Done;
    }

    /// <summary>Nobody is left who could answer for it: it is due from now on, and dormant after the grace time.</summary>
    public void LoseItsPeople(DateTimeOffset now)
    {
        if (State is ListingState.Published)
        {
            State = ListingState.DueForConfirmation;
            AskedAt = now;
        }
    }

    internal static Refusal? CheckReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? DirectoryRefusals.ReasonMissing
        : reason.Length > ReasonLength ? DirectoryRefusals.TooLong("Reason")
        : !WrittenText.IsWellFormed(reason) ? DirectoryRefusals.Malformed("Reason")
        : null;

    private void MarkConfirmed(DateTimeOffset now)
    {
        State = ListingState.Published;
        ConfirmedAt = now;
        AskedAt = null;
    }
}
