using Connections.Domain.Content;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data;

public abstract partial class ConnectionsDbContext
{
    public DbSet<Page> Pages => Set<Page>();
}
