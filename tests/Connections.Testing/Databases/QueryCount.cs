using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Connections.Testing.Databases;

/// <summary>Counts the commands that a host sends to its database.</summary>
public sealed class QueryCount : DbCommandInterceptor
{
    private int count;

    public int Value => Volatile.Read(ref count);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        Count(result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        Count(result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        Count(result);

    private ValueTask<T> Count<T>(T result)
    {
        Interlocked.Increment(ref count);
        return ValueTask.FromResult(result);
    }
}
