using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Newsletters;
using Connections.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Newsletters.Staff.Write;

/// <summary>Keeps an edition while it is written.</summary>
public sealed class SaveEdition(ConnectionsDbContext db, AuditTrail audit, TimeProvider clock)
{
    /// <param name="edition">Null for a new one. Posting its form again, say after going back to it, changes the edition it made.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the edition after the page was opened.</exception>
    public async Task<Outcome> HandleAsync(Edition? edition, EditionId id, int version, EditionText text, string author, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        edition ??= await db.Editions.SingleOrDefaultAsync(e => e.Id == id, ct);
        if (edition is null)
        {
            var refusals = Edition.Check(text);
            if (refusals.Count > 0)
            {
                return Outcome.From(refusals);
            }

            db.Editions.Add(new Edition(id, text, author, now));
            audit.Record("newsletters.write", $"edition:{id}", after: new { text.Subject });
        }
        else if (!edition.Says(text) || edition.Status is not EditionStatus.Draft)
        {
            var before = edition.Subject;
            var outcome = edition.Change(text, now);
            if (!outcome.Succeeded)
            {
                return outcome;
            }

            db.Entry(edition).Property(e => e.Version).OriginalValue = version;
            audit.Record("newsletters.write", $"edition:{id}", before: new { Subject = before }, after: new { text.Subject });
        }

        await db.SaveChangesAsync(ct);
        return Outcome.Done;
    }
}
