using Connections.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data.Audit;

/// <summary>Reads the audit record from its first entry to its last and says whether every link holds.</summary>
public sealed class VerifyAuditChain(ConnectionsDbContext db)
{
    public async Task<(long Checked, AuditBreak? Break)> HandleAsync(CancellationToken ct)
    {
        var chain = new AuditChain();
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (chain.Take(entry) is { } broken)
            {
                return (chain.Checked, broken);
            }
        }

        return (chain.Checked, null);
    }
}
