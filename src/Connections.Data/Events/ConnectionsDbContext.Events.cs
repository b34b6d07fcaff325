using Connections.Domain.Events;
using Connections.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data;

public abstract partial class ConnectionsDbContext
{
    public DbSet<Event> Events => Set<Event>();

    public DbSet<EventOccurrence> EventOccurrences => Set<EventOccurrence>();

    public DbSet<Partner> Partners => Set<Partner>();
}
