using Connections.Domain.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Data.Listings.Search;

/// <summary>Keeps this node's index of the directory at the revision that the database is at.</summary>
/// <remarks>A save on this node makes the next search look at the database's revision number; saves on other nodes are seen
/// within <see cref="Recheck"/>. Only listings that changed are read again. Searches never wait for one another: one
/// caller refreshes, and those who come meanwhile wait only where this node itself has just saved.</remarks>
public sealed class DirectoryIndexSource(IServiceScopeFactory scopes, DirectoryNames names, TimeProvider clock) : IDisposable
{
    /// <summary>How long another node's change may stay unseen.</summary>
    public static readonly TimeSpan Recheck = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim refreshing = new(1, 1);
    private readonly Dictionary<ListingId, DirectoryEntry> entries = [];
    private volatile DirectoryIndex? current;
    private volatile bool expired = true;
    private long checkedAt;

    /// <summary>Says that something was saved on this node.</summary>
    public void Expire() => expired = true;

    public ValueTask<DirectoryIndex> CurrentAsync(CancellationToken ct)
    {
        var index = current;
        return index is not null && !expired && clock.GetElapsedTime(Volatile.Read(ref checkedAt)) < Recheck
            ? ValueTask.FromResult(index)
            : new ValueTask<DirectoryIndex>(RefreshAsync(ct));
    }

    public void Dispose() => refreshing.Dispose();

    private async Task<DirectoryIndex> RefreshAsync(CancellationToken ct)
    {
        var mustWait = expired || current is null;
        if (!await refreshing.WaitAsync(mustWait ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, ct))
        {
            return current!;
        }

        try
        {
            if (current is { } fresh && !expired && clock.GetElapsedTime(checkedAt) < Recheck)
            {
                return fresh;
            }

            // Taken down before the number is read: a save after this line makes the next search look again.
            expired = false;
            current = await LoadAsync(current, ct);
            Volatile.Write(ref checkedAt, clock.GetTimestamp());
            return current;
        }
        catch
        {
            expired = true;
            throw;
        }
        finally
        {
            refreshing.Release();
        }
    }

    private async Task<DirectoryIndex> LoadAsync(DirectoryIndex? known, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ConnectionsDbContext>();
        var revision = await db.DirectoryRevisions.AsNoTracking().SingleAsync(r => r.Id == DirectoryRevision.OnlyId, ct);
        if (revision.Number == known?.Revision)
        {
            return known;
        }

        var seen = known?.Revision ?? -1;
        if (known is null || revision.RemovedNumber > seen || revision.Number < seen)
        {
            entries.Clear();
            seen = -1;
        }

        await foreach (var row in Changed(db, seen).AsAsyncEnumerable().WithCancellation(ct))
        {
            entries.Remove(row.Listing.Id);
            if (row.Listing is { IsListed: true, Slug: not null, ConfirmedAt: not null })
            {
                entries.Add(row.Listing.Id, new DirectoryEntry(CardOf(row), names));
            }
        }

        return new DirectoryIndex(entries.Values, revision.Number);
    }

    private static IQueryable<Row> Changed(ConnectionsDbContext db, long seen) =>
        from listing in db.Listings.AsNoTracking()
        where EF.Property<long>(listing, DirectoryRevision.Column) > seen
        join organisation in db.Organisations.AsNoTracking() on listing.OrganisationId equals organisation.Id
        select new Row(listing, organisation.IsDemonstration, organisation.RelayEmail != null || organisation.Representatives.Any());

    private static DirectoryCard CardOf(Row row) => new(
        row.Listing.Id, row.Listing.Slug!, row.Listing.Content, row.Listing.State, row.Listing.ConfirmedAt!.Value, row.Listing.Location, row.IsDemonstration, row.CanBeWrittenTo);

    private sealed record Row(Listing Listing, bool IsDemonstration, bool CanBeWrittenTo);
}
