using Connections.Domain.Ambassadors;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data;

public abstract partial class ConnectionsDbContext
{
    public DbSet<Ambassador> Ambassadors => Set<Ambassador>();
}
