using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Directory;
using Connections.Domain.Shared;

namespace Connections.Web.Features.Directory.Public.SuggestChange;

/// <summary>Puts a visitor's words about a listing on the staff's work list. The listing stays as it is.</summary>
public sealed class SuggestChange(ConnectionsDbContext db, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(ListingId listing, string? words, string? email, CancellationToken ct)
    {
        var refusals = ListingMessage.Check(words);
        if (refusals.Count == 0)
        {
            var message = ListingMessage.Suggestion(listing, words!.Trim(), string.IsNullOrWhiteSpace(email) ? null : email.Trim(), clock.GetUtcNow());
            db.ListingMessages.Add(message);
            audit.Record("directory.suggest", $"listing:{listing}");
            await db.SaveChangesAsync(ct);
        }

        return Outcome.From(refusals);
    }
}
