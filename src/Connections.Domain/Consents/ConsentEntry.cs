using System.Security.Cryptography;
using System.Text;

namespace Connections.Domain.Consents;

/// <summary>What somebody agreed to be used for.</summary>
public enum ConsentPurpose
{
    Newsletter,
    Listing,
    Event,
    Application,
}

public enum ConsentAction
{
    Asked,
    Given,
    Changed,
    Withdrawn,
}

/// <summary>One line of the consent ledger: who agreed to what, in which words, when and where; or took it back. Lines are
/// only ever added.</summary>
public sealed class ConsentEntry
{
    private ConsentEntry()
    {
    }

    /// <param name="email">The person's address; only its hash is kept, so that a line outlives erasure without naming anybody.</param>
    /// <param name="wording">The sentence that was agreed to, as it was shown.</param>
    /// <param name="scope">What was chosen, for example topics and countries.</param>
    /// <param name="source">Where it was said: the path of the page, or <c>one-click</c>.</param>
    public ConsentEntry(DateTimeOffset at, string email, ConsentPurpose purpose, ConsentAction action, string wording, string scope, string source)
    {
        Id = Guid.CreateVersion7(at);
        At = at;
        Person = HashOf(email);
        Purpose = purpose;
        Action = action;
        Wording = wording;
        Scope = scope;
        Source = source;
    }

    public Guid Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>SHA-256 of the normalised address, lower-case hexadecimal.</summary>
    public string Person { get; private set; } = "";

    public ConsentPurpose Purpose { get; private set; }

    public ConsentAction Action { get; private set; }

    public string Wording { get; private set; } = "";

    public string Scope { get; private set; } = "";

    public string Source { get; private set; } = "";

    public static string HashOf(string email) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().Normalize().ToUpperInvariant())));
}
