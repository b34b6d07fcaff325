using Connections.Data.Audit;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data.Seeding;

/// <summary>Imports a site pack, once, in one transaction: all of it or nothing.</summary>
public sealed class ImportPack(ConnectionsDbContext db, IEnumerable<ISeedImport> imports, AuditTrail audit, TimeProvider clock)
{
    /// <returns>False where the pack was imported before and nothing was done.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such pack.</exception>
    /// <exception cref="InvalidDataException">A file or a record of it is wrong; the message says which, and nothing was imported.</exception>
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
            await ImportAsync(import, packFolder, ct);
            db.ChangeTracker.Clear();
        }

        db.ImportedPacks.Add(new ImportedPack { Name = name, ImportedAt = clock.GetUtcNow() });
        audit.Record("pack.import", $"pack:{name}");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static async Task ImportAsync(ISeedImport import, string packFolder, CancellationToken ct)
    {
        try
        {
            await import.HandleAsync(packFolder, ct);
        }
        catch (Exception e) when (e is DbUpdateException or KeyNotFoundException or FormatException or ArgumentException or InvalidOperationException)
        {
            // A record that names another one which is not there, or one that is there twice.
            throw new InvalidDataException($"The {import.Stage.ToString().ToLowerInvariant()} of the site pack cannot be imported: {e.InnerException?.Message ?? e.Message}", e);
        }
    }
}
