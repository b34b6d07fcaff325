using System.Text.Json;
using Connections.Data;
using Connections.Data.Audit;
using Connections.Data.Conversions;
using Connections.Web.Sites;

namespace Connections.Web.Features.Accounts.PersonalData;

/// <summary>Gathers everything that the features keep about a person into one JSON file.</summary>
public sealed class ExportPersonalData(IEnumerable<IPersonalDataSource> sources, ConnectionsDbContext db, AuditTrail audit, Site site, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new(JsonConverter.Options) { WriteIndented = true };

    public async Task<byte[]> HandleAsync(DataSubject subject, CancellationToken ct)
    {
        var parts = new Dictionary<string, object?> { ["site"] = site.Name, ["madeAt"] = clock.GetUtcNow() };
        foreach (var source in sources)
        {
            if (await source.ReadAsync(subject, ct) is { } part)
            {
                parts[source.Name] = part;
            }
        }

        audit.Record("accounts.export-own", $"account:{subject.Account}");
        await db.SaveChangesAsync(ct);
        return JsonSerializer.SerializeToUtf8Bytes(parts, Readable);
    }
}
