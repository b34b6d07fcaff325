using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Directory;
using Connections.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Directory.Public.Claim;

/// <summary>Records that somebody says they may speak for an organisation. Staff decide; until then nothing is opened.</summary>
public sealed class ClaimListing(ConnectionsDbContext db, AuditTrail audit, TimeProvider clock)
{
    public Task<bool> IsRepresentedByAsync(ListingId id, AccountId account, CancellationToken ct) =>
        db.Organisations.AnyAsync(o => o.Representatives.Any(r => r.AccountId == account) && db.Listings.Any(l => l.Id == id && l.OrganisationId == o.Id), ct);

    public async Task<Outcome> HandleAsync(ListingId id, AccountId account, string? words, CancellationToken ct)
    {
        var refusals = ListingMessage.Check(words).ToList();
        if (await IsRepresentedByAsync(id, account, ct))
        {
            refusals.Add(DirectoryRefusals.AlreadyRepresents);
        }
        else if (await db.ListingMessages.AnyAsync(m => m.ListingId == id && m.AccountId == account && m.State == ListingMessageState.Waiting, ct))
        {
            refusals.Add(DirectoryRefusals.AlreadyAsked);
        }

        if (refusals.Count == 0)
        {
            db.ListingMessages.Add(ListingMessage.Claim(id, words!.Trim(), account, clock.GetUtcNow()));
            audit.Record("directory.claim", $"listing:{id}");
            await db.SaveChangesAsync(ct);
        }

        return Outcome.From(refusals);
    }
}
