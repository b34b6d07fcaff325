using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Connections.Web.Caching;

/// <summary>A number that rises with every save on this node. It is part of the key of kept pages, so a change makes them
/// unreachable at once, and no save needs to be asked what it touched; other nodes follow within the minute a page is kept.</summary>
public sealed class PublishedRevision : SaveChangesInterceptor
{
    private long revision;

    public long Current => Interlocked.Read(ref revision);

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref revision);
        return ValueTask.FromResult(result);
    }
}
