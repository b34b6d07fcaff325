namespace Connections.Data.Identity;

/// <summary>A sign-in link that was mailed: usable once, for a short time, in the browser that asked for it.</summary>
public sealed class SignInLink
{
    public Guid Id { get; init; }

    /// <summary>Who it is for, as typed and in lower case. There may be no account yet: using the link makes one.</summary>
    public required string Email { get; init; }

    /// <summary>SHA-256 of the secret in the link; the secret itself is nowhere stored.</summary>
    public required string TokenHash { get; init; }

    /// <summary>SHA-256 of the secret in the asking browser's cookie; null for a link that is not bound to one.</summary>
    public string? BrowserHash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    public string? ReturnPath { get; init; }
}
