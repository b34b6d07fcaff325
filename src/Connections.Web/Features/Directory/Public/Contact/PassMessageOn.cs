using Connections.Data;
using Connections.Data.Audit;
using Connections.Data.Listings.Search;
using Connections.Domain.Directory;
using Connections.Web.Features.Directory.Emails;
using Connections.Web.Sites;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Directory.Public.Contact;

/// <summary>Passes a visitor's message on to an organisation, whose address stays private.</summary>
public sealed class PassMessageOn(ConnectionsDbContext db, WriteToOrganisation write, AuditTrail audit, Site site)
{
    /// <returns>False where nobody can be written to.</returns>
    public async Task<bool> HandleAsync(DirectoryCard card, ContactInput input, CancellationToken ct)
    {
        var organisation = await db.Listings.Where(l => l.Id == card.Id).Select(l => l.OrganisationId).SingleAsync(ct);
        var email = new VisitorMessageEmail(card.Content.Name, input.Name!.Trim(), input.Email!.Trim(), input.Message!.Trim(), site.Name);
        if (!await write.HandleAsync(organisation, email, replyTo: email.Email, ct))
        {
            return false;
        }

        // That a message was passed on is recorded; who wrote it and what is in it are not.
        audit.Record("directory.relay", $"listing:{card.Id}");
        await db.SaveChangesAsync(ct);
        return true;
    }
}
