using Connections.Domain.Shared;
using Microsoft.AspNetCore.Identity;

namespace Connections.Data.Identity;

/// <summary>A person's sign-in. There are no passwords: people sign in by e-mailed link or passkey.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public AccountId AccountId => new(Id);

    /// <summary>How the person is addressed; what others see where a name is shown.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>BCP 47 tag of the language for pages and mail.</summary>
    public string Language { get; set; } = "en";

    /// <summary>IANA time zone, once the person has chosen one.</summary>
    public string? TimeZone { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
