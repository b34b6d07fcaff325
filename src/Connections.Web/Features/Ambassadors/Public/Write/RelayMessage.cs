using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Ambassadors;
using Connections.Web.Features.Ambassadors.Emails;
using Connections.Web.Mail;
using Connections.Web.Sites;

namespace Connections.Web.Features.Ambassadors.Public.Write;

/// <summary>Passes a message on to an ambassador, whose address stays private.</summary>
public sealed class RelayMessage(ConnectionsDbContext db, IMailQueue mail, AuditTrail audit, Site site)
{
    public async Task HandleAsync(Ambassador ambassador, string name, string email, string message, CancellationToken ct)
    {
        await mail.AddAsync(
            new RelayedMessageEmail(ambassador.Name, name, email, message, site.Name),
            new MailRecipient(ambassador.RelayEmail, site.DefaultLanguage, ReplyTo: email),
            ct);

        // That a message was passed on is recorded; who wrote it and what is in it are not.
        audit.Record("ambassadors.relay", $"ambassador:{ambassador.Id}");
        await db.SaveChangesAsync(ct);
    }
}
