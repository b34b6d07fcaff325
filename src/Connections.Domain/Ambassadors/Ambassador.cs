using Connections.Domain.Shared;

namespace Connections.Domain.Ambassadors;

/// <summary>One of the people chosen for a year to open doors where they live.</summary>
public sealed class Ambassador : IVersioned
{
    private Ambassador()
    {
    }

    public Ambassador(AmbassadorId id, int year, string slug, AmbassadorProfile profile, string relayEmail, AccountId? account)
    {
        Id = id;
        Year = year;
        Slug = slug;
        RelayEmail = relayEmail;
        AccountId = account;
        Write(profile);
    }

    public AmbassadorId Id { get; private set; }

    /// <summary>The calendar year of the appointment.</summary>
    public int Year { get; private set; }

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>What the person does: "Marine engineer".</summary>
    public string Field { get; private set; } = "";

    public string Place { get; private set; } = "";

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; private set; } = "";

    /// <summary>BCP 47 tags.</summary>
    public List<string> Languages { get; private set; } = [];

    /// <summary>Countries in which the person opens doors, ISO 3166-1 alpha-2.</summary>
    public List<string> Territories { get; private set; } = [];

    public string Statement { get; private set; } = "";

    public string Biography { get; private set; } = "";

    public List<string> ContactTopics { get; private set; } = [];

    /// <summary>Name of the portrait in the site pack's art.</summary>
    public string Portrait { get; private set; } = "";

    public string PortraitDescription { get; private set; } = "";

    /// <summary>Where messages are passed on to. Never shown.</summary>
    public string RelayEmail { get; private set; } = "";

    public AccountId? AccountId { get; private set; }

    public int Version { get; private set; }

    /// <summary>Messages are passed on during the year of appointment and the one after.</summary>
    public bool CanBeWrittenTo(DateOnly today) => today.Year - Year is 0 or 1;

    public void Write(AmbassadorProfile profile) =>
        (Name, Field, Place, Country, Languages, Territories, Statement, Biography, ContactTopics, Portrait, PortraitDescription) = profile;
}

/// <summary>What the public reads about an ambassador.</summary>
public sealed record AmbassadorProfile(
    string Name,
    string Field,
    string Place,
    string Country,
    List<string> Languages,
    List<string> Territories,
    string Statement,
    string Biography,
    List<string> ContactTopics,
    string Portrait,
    string PortraitDescription);
