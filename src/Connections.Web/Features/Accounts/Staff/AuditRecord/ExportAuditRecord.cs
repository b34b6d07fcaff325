using System.Globalization;
using System.Text;
using Connections.Data;
using Connections.Data.Audit;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Connections.Web.Features.Accounts.Staff.AuditRecord;

/// <summary>Writes the entries that a filter finds as CSV, oldest first, with the hashes, and records that it was done.</summary>
public sealed class ExportAuditRecord(ConnectionsDbContext db, AuditTrail audit)
{
    // A cell that begins like a formula is written as text, whatever somebody typed as a reason.
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };

    public async Task<byte[]> HandleAsync(AuditFilter filter, DateTimeZone zone, CancellationToken ct)
    {
        using var file = new MemoryStream();
        await using var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, Format, leaveOpen: true);
        foreach (var heading in new[] { "number", "at", "actor", "action", "subject", "reason", "before", "after", "previous hash", "hash" })
        {
            csv.WriteField(heading);
        }

        await csv.NextRecordAsync();
        var rows = 0;
        await foreach (var e in (await filter.ApplyAsync(db, zone, ct)).OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            foreach (var field in new[] { e.Sequence.ToString("D", CultureInfo.InvariantCulture), e.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), e.Actor, e.Action, e.Subject, e.Reason, e.Before, e.After, e.PreviousHash, e.Hash })
            {
                csv.WriteField(field);
            }

            await csv.NextRecordAsync();
            rows++;
        }

        await csv.FlushAsync();
        await text.FlushAsync(ct);
        audit.Record("audit.export", "audit", after: new { filter, rows });
        await db.SaveChangesAsync(ct);
        return file.ToArray();
    }
}
