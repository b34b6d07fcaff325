using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Directory;
using Connections.Domain.Shared;
using Connections.Web.Features.Directory.Emails;
using Connections.Web.Mail;
using Connections.Web.Sites;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Directory.Staff.AnswerMessage;

/// <summary>Answers a visitor's suggestion, or lets somebody speak for an organisation or not.</summary>
public sealed class AnswerMessage(ConnectionsDbContext db, IMailQueue mail, AuditTrail audit, ISiteLinks links, Site site, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(ListingMessage message, Listing listing, int version, bool accept, string? reply, CancellationToken ct)
    {
        if (message.Version != version)
        {
            return Outcome.Refused(StaleSave.Stale);
        }

        var now = clock.GetUtcNow();
        var outcome = message.Answer(accept, reply, now);
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        var account = message.AccountId is { } id ? await db.Users.SingleOrDefaultAsync(u => u.Id == id.Value, ct) : null;
        if (accept && message.Kind is ListingMessageKind.Claim && account is not null)
        {
            var organisation = await db.Organisations.SingleAsync(o => o.Id == listing.OrganisationId, ct);
            organisation.AddRepresentative(account.AccountId, account.DisplayName, now);
        }

        if ((account?.Email ?? message.Email) is { } address)
        {
            var link = message.Kind is ListingMessageKind.Claim && accept ? DirectoryLinks.Written(listing.Id) : DirectoryLinks.Listing(listing.Slug!);
            var email = new MessageAnsweredEmail(listing.Content.Name, $"Mail.Answered.{message.Kind}{message.State}", message.Reply, links.Absolute(link));
            await mail.AddAsync(email, new MailRecipient(address, account?.Language ?? site.DefaultLanguage), ct);
        }

        audit.Record($"directory.{message.Kind.ToString().ToLowerInvariant()}.answer", $"listing:{listing.Id}", reason: message.Reply, after: new { message.State });
        return await db.SaveUnlessStaleAsync(ct);
    }
}
