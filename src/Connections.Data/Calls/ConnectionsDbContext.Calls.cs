using Connections.Domain.Calls;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data;

public abstract partial class ConnectionsDbContext
{
    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<Call> Calls => Set<Call>();

    public DbSet<FormVersion> FormVersions => Set<FormVersion>();

    public DbSet<ReferenceSeries> ReferenceSeries => Set<ReferenceSeries>();

    public DbSet<Application> Applications => Set<Application>();

    public DbSet<PanelMember> PanelMembers => Set<PanelMember>();

    public DbSet<ConflictOfInterest> ConflictsOfInterest => Set<ConflictOfInterest>();

    public DbSet<ReviewAssignment> ReviewAssignments => Set<ReviewAssignment>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<Award> Awards => Set<Award>();
}
