using Connections.Data;
using Connections.Data.Listings;
using Connections.Domain.Directory;
using Connections.Web.Mail;
using Connections.Web.Sites;

namespace Connections.Web.Features.Directory.Emails;

/// <summary>Queues an e-mail to everybody who is written to about an organisation. The caller saves.</summary>
public sealed class WriteToOrganisation(ConnectionsDbContext db, IMailQueue mail, Site site)
{
    /// <returns>Whether there is anybody to write to.</returns>
    public async Task<bool> HandleAsync(OrganisationId organisation, IEmail email, string? replyTo, CancellationToken ct)
    {
        var contacts = await db.ContactsOfAsync(organisation, ct);
        foreach (var contact in contacts)
        {
            await mail.AddAsync(email, new MailRecipient(contact.Email, contact.Language ?? site.DefaultLanguage, ReplyTo: replyTo), ct);
        }

        return contacts.Count > 0;
    }
}
