namespace Connections.Domain.Audit;

/// <summary>Walks the audit record and names the first link that does not hold.</summary>
public sealed class AuditChain
{
    private long expected = 1;
    private string previous = AuditEntry.Genesis;

    public long Checked => expected - 1;

    /// <summary>Takes the next entry, in order of sequence.</summary>
    /// <returns>Null when the link holds, otherwise what is wrong with it.</returns>
    public AuditBreak? Take(AuditEntry entry)
    {
        var fault = entry switch
        {
            _ when entry.Sequence != expected => AuditFault.Missing,
            _ when entry.PreviousHash != previous => AuditFault.Unlinked,
            _ when entry.ComputeHash() != entry.Hash => AuditFault.Changed,
            _ => (AuditFault?)null,
        };
        if (fault is { } found)
        {
            return new AuditBreak(found is AuditFault.Missing ? expected : entry.Sequence, found);
        }

        expected++;
        previous = entry.Hash;
        return null;
    }
}
