using Connections.Domain.Shared;

namespace Connections.Domain.Directory;

/// <summary>What a visitor tells staff about a listing: a suggestion, or a claim to represent it. It changes nothing by itself.</summary>
public sealed class ListingMessage : IVersioned
{
    public const int WordsLength = 2000;

    private ListingMessage()
    {
    }

    private ListingMessage(ListingMessageKind kind, ListingId listing, string words, string? email, AccountId? account, DateTimeOffset now)
    {
        Id = ListingMessageId.New();
        Kind = kind;
        ListingId = listing;
        Words = words;
        Email = email;
        AccountId = account;
        ReceivedAt = now;
    }

    public ListingMessageId Id { get; private set; }

    public ListingMessageKind Kind { get; private set; }

    public ListingId ListingId { get; private set; }

    public string Words { get; private set; } = "";

    /// <summary>Where the visitor wants an answer, if they gave an address.</summary>
    public string? Email { get; private set; }

    /// <summary>Who claims to represent the organisation.</summary>
    public AccountId? AccountId { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    public ListingMessageState State { get; private set; } = ListingMessageState.Waiting;

    public DateTimeOffset? AnsweredAt { get; private set; }

    public string? Reply { get; private set; }

    public int Version { get; private set; }

    public static ListingMessage Suggestion(ListingId listing, string words, string? email, DateTimeOffset now) =>
        new(ListingMessageKind.Suggestion, listing, words, email, account: null, now);

    public static ListingMessage Claim(ListingId listing, string words, AccountId account, DateTimeOffset now) =>
        new(ListingMessageKind.Claim, listing, words, email: null, account, now);

    public static IReadOnlyList<Refusal> Check(string? words) =>
        string.IsNullOrWhiteSpace(words) ? [DirectoryRefusals.WordsMissing]
        : words.Length > WordsLength ? [DirectoryRefusals.TooLong("Words")]
        : !WrittenText.IsWellFormed(words) ? [DirectoryRefusals.Malformed("Words")]
        : [];

    public Outcome Answer(bool accept, string? reply, DateTimeOffset now)
    {
        if (State is not ListingMessageState.Waiting)
        {
            return Outcome.Refused(DirectoryRefusals.AlreadyAnswered);
        }

        var refusal = accept && string.IsNullOrWhiteSpace(reply) ? null : Listing.CheckReason(reply);
        if (refusal is not null)
        {
            return Outcome.Refused(refusal);
        }

        State = accept ? ListingMessageState.Accepted : ListingMessageState.Refused;
        Reply = string.IsNullOrWhiteSpace(reply) ? null : reply.Trim();
        AnsweredAt = now;
        return Outcome.Done;
    }
}
