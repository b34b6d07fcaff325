using Connections.Domain.Shared;

namespace Connections.Domain.Newsletters;

public enum SubscriptionStatus
{
    /// <summary>Asked for, not yet confirmed from the address itself. Gets no newsletter.</summary>
    Pending,
    Active,
    Unsubscribed,
}

public enum Frequency
{
    Weekly,
    Monthly,
}

/// <summary>What somebody wants to hear about, and how often. One per address.</summary>
/// <param name="Topics">Keys of the site's topics; at least one.</param>
/// <param name="Countries">ISO 3166-1 alpha-2; none means everywhere.</param>
/// <param name="Language">BCP 47.</param>
public sealed record SubscriptionChoices(List<string> Topics, List<string> Countries, string Language, Frequency Frequency);

/// <summary>Somebody's choice of news, confirmed from the address itself before anything is sent.</summary>
public sealed class Subscription : IVersioned
{
    private Subscription()
    {
    }

    public Subscription(SubscriptionId id, string email, SubscriptionChoices choices, DateTimeOffset now)
    {
        Id = id;
        Email = email.Trim();
        NormalisedEmail = Normalise(email);
        AskedAt = now;
        Choose(choices);
    }

    public SubscriptionId Id { get; private set; }

    public string Email { get; private set; } = "";

    /// <summary>By which an address is found again; unique.</summary>
    public string NormalisedEmail { get; private set; } = "";

    public List<string> Topics { get; private set; } = [];

    public List<string> Countries { get; private set; } = [];

    public string Language { get; private set; } = "en";

    public Frequency Frequency { get; private set; }

    public SubscriptionStatus Status { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public DateTimeOffset? UnsubscribedAt { get; private set; }

    public int Version { get; private set; }

    public SubscriptionChoices Choices => new(Topics, Countries, Language, Frequency);

    public static string Normalise(string email) => email.Trim().Normalize().ToUpperInvariant();

    /// <summary>Asked again before confirming, or after leaving: the new choice counts once it is confirmed.</summary>
    public void AskAgain(SubscriptionChoices choices, DateTimeOffset now)
    {
        Status = SubscriptionStatus.Pending;
        AskedAt = now;
        UnsubscribedAt = null;
        Choose(choices);
    }

    /// <returns>False where it was confirmed before or has been left since; nothing changes then.</returns>
    public bool Confirm(DateTimeOffset now)
    {
        if (Status is not SubscriptionStatus.Pending)
        {
            return false;
        }

        Status = SubscriptionStatus.Active;
        ConfirmedAt = now;
        return true;
    }

    public void Choose(SubscriptionChoices choices)
    {
        Topics = choices.Topics;
        Countries = choices.Countries;
        Language = choices.Language;
        Frequency = choices.Frequency;
    }

    /// <returns>False where it was left before.</returns>
    public bool Unsubscribe(DateTimeOffset now)
    {
        if (Status is SubscriptionStatus.Unsubscribed)
        {
            return false;
        }

        Status = SubscriptionStatus.Unsubscribed;
        UnsubscribedAt = now;
        return true;
    }
}
