using Connections.Domain.Calls;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data.Calls;

/// <summary>Takes the next number of a call's references inside the open transaction. The row stays locked until that
/// transaction ends, so that a number is neither given twice nor lost when the transaction is undone.</summary>
public static class NextReference
{
    public static async Task<int> TakeAsync(ConnectionsDbContext db, CallId call, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A reference is taken inside the transaction that uses it.");
        }

        var raised = await db.ReferenceSeries.Where(s => s.CallId == call)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.Last, r => r.Last + 1), ct);
        return raised == 1
            ? await db.ReferenceSeries.Where(s => s.CallId == call).Select(s => s.Last).SingleAsync(ct)
            : throw new InvalidOperationException("The call has no series of references.");
    }
}
