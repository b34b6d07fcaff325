using Connections.Domain.Consents;
using Connections.Domain.Newsletters;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data;

public abstract partial class ConnectionsDbContext
{
    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<Edition> Editions => Set<Edition>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<ConsentEntry> ConsentLedger => Set<ConsentEntry>();
}
