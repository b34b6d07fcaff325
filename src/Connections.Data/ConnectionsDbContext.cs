using Connections.Data.Audit;
using Connections.Data.Conversions;
using Connections.Data.Identity;
using Connections.Data.Keys;
using Connections.Data.Mail;
using Connections.Data.Seeding;
using Connections.Domain.Audit;
using Connections.Domain.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data;

/// <summary>The unit of work. One model; each provider has a derived context that carries its migrations.</summary>
public abstract partial class ConnectionsDbContext(DbContextOptions options)
    : IdentityDbContext<Account, IdentityRole<Guid>, Guid>(options)
{
    // Entries wait here, not in the change tracker: they get their keys only when they are sealed.
    private readonly List<AuditEntry> unsealed = [];

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<OutboxMail> OutboxMails => Set<OutboxMail>();

    public DbSet<SignInLink> SignInLinks => Set<SignInLink>();

    public DbSet<ImportedPack> ImportedPacks => Set<ImportedPack>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Takes, inside the open transaction, the lock that lets one writer at a time extend the audit chain.</summary>
    protected abstract Task LockAuditChainAsync(CancellationToken ct);

    /// <summary>Adds an entry to the audit record with the next save.</summary>
    public void Append(AuditEntry entry) => unsealed.Add(entry);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RaiseVersions();
        AddTaken();
        return Taken(unsealed.Count == 0
            ? await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)
            : await SaveSealedAsync(acceptAllChangesOnSuccess, cancellationToken));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        EntityIds.Register(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ConnectionsDbContext).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => typeof(IVersioned).IsAssignableFrom(e.ClrType)))
        {
            entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
        }
    }

    private async Task<int> SaveSealedAsync(bool acceptAll, CancellationToken ct)
    {
        // The chain's end is read under a lock that is held until commit, so numbers have no gaps and no twins.
        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(ct) : null;
        await LockAuditChainAsync(ct);
        var last = await AuditEntries.AsNoTracking().OrderByDescending(e => e.Sequence)
            .Select(e => new { e.Sequence, e.Hash }).FirstOrDefaultAsync(ct);
        var (sequence, hash) = last is null ? (0, AuditEntry.Genesis) : (last.Sequence, last.Hash);
        foreach (var entry in unsealed)
        {
            entry.Seal(++sequence, hash);
            hash = entry.Hash;
        }

        AuditEntries.AddRange(unsealed);
        int saved;
        try
        {
            saved = await base.SaveChangesAsync(acceptAll, ct);
        }
        catch (DbUpdateException)
        {
            // Nothing was stored. A second try seals the same entries again, with the numbers that are next by then.
            unsealed.ForEach(entry => Entry(entry).State = EntityState.Detached);
            throw;
        }

        unsealed.Clear();
        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }

        return saved;
    }

    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(e => e.State is EntityState.Modified))
        {
            var version = entry.Property<int>(nameof(IVersioned.Version));
            version.CurrentValue = version.OriginalValue + 1;
        }
    }
}
