using Connections.Domain.Shared;

namespace Connections.Domain.Directory;

/// <summary>A community's association, network or organiser. What it says in public is its <see cref="Listing"/>.</summary>
public sealed class Organisation
{
    public const int RepresentativeNameLength = 120;

    private readonly List<Representative> representatives = [];

    private Organisation()
    {
    }

    public Organisation(OrganisationId id, string name, DateTimeOffset createdAt, string? relayEmail = null, bool isDemonstration = false)
    {
        RelayEmail = relayEmail;
        Id = id;
        Name = name;
        CreatedAt = createdAt;
        IsDemonstration = isDemonstration;
    }

    public OrganisationId Id { get; private set; }

    /// <summary>The name by which staff and other features know it; follows the published listing.</summary>
    public string Name { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Where messages of visitors go while nobody represents it here. Never shown.</summary>
    public string? RelayEmail { get; private set; }

    /// <summary>Invented for a demonstration.</summary>
    public bool IsDemonstration { get; private set; }

    public IReadOnlyList<Representative> Representatives => representatives;

    public bool IsRepresentedBy(AccountId account) => representatives.Exists(r => r.AccountId == account);

    public Outcome AddRepresentative(AccountId account, string name, DateTimeOffset now)
    {
        if (IsRepresentedBy(account))
        {
            return Outcome.Refused(DirectoryRefusals.AlreadyRepresents);
        }

        representatives.Add(new Representative(account, name, now));
        return Outcome.Done;
    }

    public void RemoveRepresentative(AccountId account) => representatives.RemoveAll(r => r.AccountId == account);

    /// <summary>Takes out the address the organisation came with, where it is that of a person who is erased.</summary>
    public void ForgetRelayEmail() => RelayEmail = null;

    public void Rename(string name) => Name = name;
}
