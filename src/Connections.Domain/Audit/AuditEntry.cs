using System.Security.Cryptography;
using System.Text;

namespace Connections.Domain.Audit;

/// <summary>One line of the tamper-evident record: who did what to which thing, when, why, before and after.</summary>
/// <remarks>Each entry's <see cref="Hash"/> covers its own content and the hash of the entry before it, so a change,
/// a removal or an insertion anywhere breaks every link that follows. Entries are numbered from 1 without gaps.</remarks>
public sealed class AuditEntry
{
    /// <summary>What the first entry names as its predecessor.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    private AuditEntry()
    {
    }

    public AuditEntry(DateTimeOffset at, string actor, string action, string subject, string? reason, string? before, string? after)
    {
        // Whole microseconds: what both databases keep, so that the hash can be computed again.
        At = new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        Actor = actor;
        Action = action;
        Subject = subject;
        Reason = reason;
        Before = before;
        After = after;
    }

    public long Sequence { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The account that acted, as <c>account:{id}</c>, or <c>system</c>, or <c>public</c>.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>What was done, in dotted lower case: <c>directory.publish</c>.</summary>
    public string Action { get; private set; } = "";

    /// <summary>What it was done to: <c>listing:{id}</c>.</summary>
    public string Subject { get; private set; } = "";

    public string? Reason { get; private set; }

    /// <summary>State before, as JSON, where something was changed.</summary>
    public string? Before { get; private set; }

    /// <summary>State after, as JSON, where something was changed or made.</summary>
    public string? After { get; private set; }

    public string PreviousHash { get; private set; } = "";

    public string Hash { get; private set; } = "";

    /// <summary>Puts the entry at the end of the chain. Called once, inside the transaction that stores it.</summary>
    public void Seal(long sequence, string previousHash)
    {
        Sequence = sequence;
        PreviousHash = previousHash;
        Hash = ComputeHash();
    }

    /// <returns>SHA-256, lower-case hexadecimal, over every field, each preceded by its length in UTF-8 bytes.</returns>
    public string ComputeHash()
    {
        var text = new StringBuilder();
        foreach (var field in new[] { Sequence.ToString("D"), At.UtcDateTime.ToString("O"), Actor, Action, Subject, Reason, Before, After, PreviousHash })
        {
            text.Append(field is null ? "-" : Encoding.UTF8.GetByteCount(field).ToString("D")).Append(':').Append(field).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
