using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Data.Keys;

/// <summary>Keeps data-protection keys in the database, so that every node reads the same cookies.</summary>
public sealed class DatabaseKeyRepository(IConfiguration configuration, IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        // The interface is synchronous; the host asks before it serves anybody.
        using var connection = PlainSql.Connection(configuration);
        return PlainSql.ReadAsync(connection, """select "Xml" from "DataProtectionKeys" """, CancellationToken.None).GetAwaiter().GetResult().ConvertAll(XElement.Parse);
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<ConnectionsDbContext>();
        db.DataProtectionKeys.Add(new DataProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });

        // The interface is synchronous; this runs once in ninety days.
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
