using Connections.Domain.Shared;

namespace Connections.Domain.Newsletters;

public enum EditionStatus
{
    Draft,

    /// <summary>Released; deliveries are being made.</summary>
    Sending,
    Sent,
}

/// <summary>What kind of letter it is, and so who asked for it.</summary>
public enum EditionKind
{
    /// <summary>The longer letter, for everybody.</summary>
    Letter,

    /// <summary>A short note, only for those who want to hear every week.</summary>
    Note,
}

/// <param name="Language">BCP 47 tag of the language it is written in.</param>
/// <param name="EveryLanguage">Whether people who chose another language get it too; otherwise only those who read its own.</param>
public sealed record EditionText(string Subject, string Preheader, string Language, bool EveryLanguage, List<EditionSection> Sections, EditionKind Kind = EditionKind.Letter)
{
    public string Subject { get; init => field = OneLine.Of(value); } = OneLine.Of(Subject);

    public string Preheader { get; init => field = OneLine.Of(value); } = OneLine.Of(Preheader);
}

/// <summary>One letter to subscribers, in parts: each reader gets the parts that concern them, and nobody whom none concerns.</summary>
public sealed class Edition : IVersioned
{
    public const int MaxSubject = 150;
    public const int MaxPreheader = 200;

    private Edition()
    {
    }

    public Edition(EditionId id, EditionText text, string author, DateTimeOffset now)
    {
        Id = id;
        Author = author;
        Write(text, now);
    }

    public EditionId Id { get; private set; }

    public string Subject { get; private set; } = "";

    public string Preheader { get; private set; } = "";

    public string Language { get; private set; } = "en";

    public bool EveryLanguage { get; private set; }

    public List<EditionSection> Sections { get; private set; } = [];

    public EditionKind Kind { get; private set; }

    public string Author { get; private set; } = "";

    public EditionStatus Status { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>How many people it was sent to.</summary>
    public int Recipients { get; private set; }

    public int Version { get; private set; }

    public Outcome Change(EditionText text, DateTimeOffset now)
    {
        if (Status is not EditionStatus.Draft)
        {
            return Outcome.Refused(EditionRefusals.AlreadySent);
        }

        var refusals = Check(text);
        if (refusals.Count == 0)
        {
            Write(text, now);
        }

        return Outcome.From(refusals);
    }

    public static IReadOnlyList<Refusal> Check(EditionText text)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(text.Subject))
        {
            refusals.Add(EditionRefusals.SubjectMissing);
        }
        else if (text.Subject.Length > MaxSubject)
        {
            refusals.Add(EditionRefusals.SubjectTooLong);
        }

        if (text.Preheader.Length > MaxPreheader)
        {
            refusals.Add(EditionRefusals.PreheaderTooLong);
        }

        if (text.Sections.TrueForAll(s => string.IsNullOrWhiteSpace(s.Markdown)))
        {
            refusals.Add(EditionRefusals.NothingWritten);
        }

        return refusals;
    }

    /// <summary>Lets it go out. From now on it cannot be changed.</summary>
    public Outcome Release(int audience, DateTimeOffset now)
    {
        if (Status is not EditionStatus.Draft)
        {
            return Outcome.Refused(EditionRefusals.AlreadySent);
        }

        if (audience == 0)
        {
            return Outcome.Refused(EditionRefusals.NobodyToSendTo);
        }

        Status = EditionStatus.Sending;
        ReleasedAt = now;
        return Outcome.Done;
    }

    public void Finish(int recipients, DateTimeOffset now)
    {
        Status = EditionStatus.Sent;
        Recipients = recipients;
        SentAt = now;
    }

    /// <summary>The parts somebody with these choices reads; none where no part concerns them.</summary>
    public IReadOnlyList<EditionSection> SectionsFor(SubscriptionChoices choices)
    {
        if ((!EveryLanguage && choices.Language != Language) || (Kind is EditionKind.Note && choices.Frequency is not Frequency.Weekly))
        {
            return [];
        }

        var concerned = Sections.Exists(s => s.Topic is not null && s.IsFor(choices)) || Sections.TrueForAll(s => s.Topic is null);
        return concerned ? Sections.FindAll(s => s.IsFor(choices)) : [];
    }

    /// <summary>Whether it says this already.</summary>
    public bool Says(EditionText text) =>
        (Subject, Preheader, Language, EveryLanguage, Kind) == (text.Subject, text.Preheader, text.Language, text.EveryLanguage, text.Kind)
        && Sections.Select(s => (s.Topic, s.Markdown, string.Join(',', s.Countries))).SequenceEqual(text.Sections.Select(s => (s.Topic, s.Markdown, string.Join(',', s.Countries))));

    private void Write(EditionText text, DateTimeOffset now)
    {
        (Subject, Preheader, Language, EveryLanguage, Sections, Kind) = text;
        ChangedAt = now;
    }
}
