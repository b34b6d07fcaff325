using Connections.Data.Listings.Search;
using Connections.Domain.Directory;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data;

public abstract partial class ConnectionsDbContext
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Listing> Listings => Set<Listing>();

    public DbSet<ListingChange> ListingChanges => Set<ListingChange>();

    public DbSet<ListingMessage> ListingMessages => Set<ListingMessage>();

    public DbSet<DirectoryRevision> DirectoryRevisions => Set<DirectoryRevision>();
}
