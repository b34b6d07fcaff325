using Connections.Data;
using Connections.Data.Audit;
using Connections.Data.Calls;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Connections.Web.Features.Grants.Emails;
using Connections.Web.Features.Grants.Reading;
using Connections.Web.Mail;
using Connections.Web.Sites;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Public.CheckAndSend;

/// <summary>Sends an application, once: reference, receipt and record are stored together with it or not at all.</summary>
public sealed class SendApplication(ConnectionsDbContext db, Countries countries, IMailQueue mail, AuditTrail audit, ISiteLinks links, TimeProvider clock)
{
    /// <returns>Null where there is no such application of this person.</returns>
    public async Task<Outcome?> HandleAsync(Guid id, AccountId applicant, CancellationToken ct)
    {
        var key = new CallApplicationId(id);
        if (await db.Applications.Where(a => a.Id == key && a.AccountId == applicant).Select(a => (CallId?)a.CallId).SingleOrDefaultAsync(ct) is not { } call)
        {
            return null;
        }

        // The number first: its row is locked until the end, so that a second send waits here and then sees the first.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var number = await NextReference.TakeAsync(db, call, ct);
        var own = (await OwnApplication.FindAsync(db, countries, id, applicant, tracked: true, ct))!;
        var outcome = own.Application.Submit(own.Call, own.Errors, number, clock.GetUtcNow());
        if (outcome.Succeeded)
        {
            await AddReceiptAsync(own, applicant, ct);
            audit.Record("grants.submit", $"application:{own.Application.Id}", after: new { own.Application.Reference });
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return outcome;
    }

    private async Task AddReceiptAsync(OwnApplication own, AccountId applicant, CancellationToken ct)
    {
        var account = await db.Users.SingleAsync(u => u.Id == applicant.Value, ct);
        var receipt = new ApplicationReceivedEmail(
            account.DisplayName,
            own.Call.Name,
            own.Application.Reference!,
            own.Application.Title ?? "",
            own.Application.SubmittedAt!.Value,
            own.Call.Terms.DecisionsBy,
            links.Absolute(GrantsLinks.Application(own.Application.Id)));
        await mail.AddAsync(receipt, new MailRecipient(account.Email!, account.Language, ReplyTo: own.Call.Terms.ContactEmail), ct);
    }
}
