using Connections.Domain.Shared;

namespace Connections.Domain.Partners;

/// <summary>A consulate, embassy or honorary consul that shares events within the published boundaries, for as long as
/// its accreditation lasts.</summary>
public sealed class Partner : IVersioned
{
    private Partner()
    {
    }

    public Partner(PartnerId id, AccountId account, string name, Accreditation accreditation)
    {
        Id = id;
        AccountId = account;
        Name = name;
        Accreditation = accreditation;
    }

    public PartnerId Id { get; private set; }

    public AccountId AccountId { get; private set; }

    public string Name { get; private set; } = "";

    public Accreditation Accreditation { get; private set; } = null!;

    public int Version { get; private set; }

    public bool IsAccredited(DateOnly today) => Accreditation.ExpiresOn >= today;
}

/// <param name="SendingState">ISO 3166-1 alpha-2.</param>
/// <param name="PostType">Career or honorary consulate, embassy.</param>
/// <param name="District">The area the post is accredited for.</param>
/// <param name="ExpiresOn">The last day on which it counts.</param>
public sealed record Accreditation(string SendingState, string PostType, string District, DateOnly ExpiresOn, DateOnly CheckedOn);
