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
public sealed class AnswerMessage(ConnectionsDbContext db, IMailQueue mail, WriteToOrganisation write, AuditTrail audit, ISiteLinks links, Site site, TimeProvider clock)
{
    /// <summary>Whether the suggestion just accepted went to the organisation.</summary>
    public bool IsPassedOn { get; private set; }

    public async Task<Outcome> HandleAsync(ListingMessage message, Listing listing, int version, bool accept, string? reply, CancellationToken ct)
    {
        if (message.State is ListingMessageState.Waiting && message.Version != version)
        {
            return Outcome.Refused(StaleSave.Stale);
        }

        var now = clock.GetUtcNow();
        var outcome = message.Answer(accept, reply, now);
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        var organisation = await db.Organisations.SingleAsync(o => o.Id == listing.OrganisationId, ct);
        var account = message.AccountId is { } id ? await db.Users.SingleOrDefaultAsync(u => u.Id == id.Value, ct) : null;
        if (accept && message.Kind is ListingMessageKind.Claim && account is not null)
        {
            organisation.AddRepresentative(account.AccountId, account.DisplayName, now);

            // The listing's page offers to write to them from now on, so every node reads it again.
            db.Entry(listing).Property(l => l.State).IsModified = true;
        }

        IsPassedOn = accept && message.Kind is ListingMessageKind.Suggestion && await PassOnAsync(message, listing, organisation, ct);
        if ((account?.Email ?? message.Email) is { } address)
        {
            var link = message.Kind is ListingMessageKind.Claim && accept ? DirectoryLinks.Written(listing.Id) : DirectoryLinks.Listing(listing.Slug!);
            var email = new MessageAnsweredEmail(listing.Content.Name, IsPassedOn ? "Mail.Answered.SuggestionPassedOn" : $"Mail.Answered.{message.Kind}{message.State}", message.Reply, links.Absolute(link));
            await mail.AddAsync(email, new MailRecipient(address, account?.Language ?? site.DefaultLanguage), ct);
        }

        audit.Record($"directory.{message.Kind.ToString().ToLowerInvariant()}.answer", $"listing:{listing.Id}", reason: message.Reply, after: new { message.State, IsPassedOn });
        return await db.SaveUnlessStaleAsync(ct);
    }

    /// <summary>Sends the words without their writer to who can change the listing; an organisation that nobody represents yet is told how to.</summary>
    private Task<bool> PassOnAsync(ListingMessage message, Listing listing, Organisation organisation, CancellationToken ct)
    {
        var link = organisation.Representatives.Count > 0 ? DirectoryLinks.Written(listing.Id) : DirectoryLinks.Claim(listing.Slug!);
        return write.HandleAsync(organisation.Id, new SuggestionEmail(listing.Content.Name, message.Words, links.Absolute(link), site.Name), replyTo: null, ct);
    }
}
