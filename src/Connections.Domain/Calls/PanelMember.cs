using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>A reviewer's seat on one call's panel, with what assignment needs to know.</summary>
public sealed class PanelMember
{
    private PanelMember()
    {
    }

    public PanelMember(PanelMemberId id, CallId call, AccountId account, int number, PanelMemberFacts facts)
    {
        Id = id;
        CallId = call;
        AccountId = account;
        Number = number;
        MinLoad = facts.MinLoad;
        MaxLoad = facts.MaxLoad;
        Languages = [.. facts.Languages];
        Communities = [.. facts.Communities];
        Themes = [.. facts.Themes];
        Organisation = facts.Organisation;
    }

    public PanelMemberId Id { get; private set; }

    public CallId CallId { get; private set; }

    public AccountId AccountId { get; private set; }

    /// <summary>How the reviewer is shown in moderation, instead of by name: “Reviewer 7”.</summary>
    public int Number { get; private set; }

    public int MinLoad { get; private set; }

    public int MaxLoad { get; private set; }

    /// <summary>BCP 47 tags of languages the reviewer reads.</summary>
    public List<string> Languages { get; private set; } = [];

    public List<string> Communities { get; private set; } = [];

    /// <summary>Themes the reviewer knows, by key.</summary>
    public List<string> Themes { get; private set; } = [];

    public string? Organisation { get; private set; }

    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>Takes out what was known of the reviewer, once they are erased. The seat keeps its number, under which they judged.</summary>
    public void ForgetReviewer() => (Languages, Communities, Themes, Organisation) = ([], [], [], null);

    public bool Reads(string language) => Languages.Contains(language, StringComparer.OrdinalIgnoreCase);

    /// <summary>Notes that the reviewer was reminded; once in a day at most.</summary>
    public Outcome Remind(DateTimeOffset now)
    {
        if (RemindedAt is { } last && now - last < TimeSpan.FromHours(20))
        {
            return Outcome.Refused(CallRefusals.RemindedToday);
        }

        RemindedAt = now;
        return Outcome.Done;
    }
}
