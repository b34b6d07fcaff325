using Connections.Data.Audit;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data.Seeding;

/// <summary>Imports a site pack, once, in one transaction: all of it or nothing.</summary>
public sealed class ImportPack(ConnectionsDbContext db, IEnumerable<ISeedImport> imports, AuditTrail audit, TimeProvider clock)
{
    /// <returns>False where the pack was imported before and nothing was done.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such pack.</exception>
    public async Task<bool> HandleAsync(string packFolder, CancellationToken ct)
    {
        if (!Directory.Exists(packFolder))
        {
            throw new DirectoryNotFoundException($"There is no site pack at {packFolder}.");
        }

        var name = SeedFile.PackName(packFolder);
        if (await db.ImportedPacks.AnyAsync(p => p.Name == name, ct))
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var import in imports.OrderBy(i => i.Stage))
        {
            await import.HandleAsync(packFolder, ct);
            db.ChangeTracker.Clear();
        }

        db.ImportedPacks.Add(new ImportedPack { Name = name, ImportedAt = clock.GetUtcNow() });
        audit.Record("pack.import", $"pack:{name}");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }
}
