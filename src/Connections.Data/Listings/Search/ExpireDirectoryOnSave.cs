using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Connections.Data.Listings.Search;

/// <summary>Lets the next search on this node look at the database after anything was saved here. It costs that search one
/// read of a number, so no save needs to be asked whether it matters.</summary>
internal sealed class ExpireDirectoryOnSave(DirectoryIndexSource source) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        source.Expire();
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        source.Expire();
        return Task.CompletedTask;
    }
}
