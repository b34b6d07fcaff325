using System.Data.Common;
using System.Runtime.CompilerServices;
using Connections.Data.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Connections.Web.Mail;

/// <summary>Raises the <see cref="OutboxSignal"/> once new mail is committed: after the save, or after the transaction
/// that the save was part of.</summary>
internal sealed class RaiseSignalAfterSave(OutboxSignal signal) : DbTransactionInterceptor, ISaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, object> withNewMail = [];

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db && db.ChangeTracker.Entries<OutboxMail>().Any(e => e.State is EntityState.Added))
        {
            withNewMail.AddOrUpdate(db, db);
        }

        return ValueTask.FromResult(result);
    }

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { Database.CurrentTransaction: null } db)
        {
            RaiseFor(db);
        }

        return ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db)
        {
            RaiseFor(db);
        }

        return Task.CompletedTask;
    }

    private void RaiseFor(DbContext db)
    {
        if (withNewMail.Remove(db))
        {
            signal.Raise();
        }
    }
}
