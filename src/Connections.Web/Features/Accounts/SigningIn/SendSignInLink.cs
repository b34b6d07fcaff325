using Connections.Data;
using Connections.Data.Identity;
using Connections.Web.Features.Accounts.Emails;
using Connections.Web.Mail;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Accounts.SigningIn;

/// <summary>Mails a sign-in link. A known address and an unknown one are treated alike, step by step: the link of an
/// unknown address makes the account when it is used, so neither the answer nor its time tells which it was.</summary>
public sealed class SendSignInLink(ConnectionsDbContext db, UserManager<Account> users, IMailQueue mail, ISiteLinks links, Site site, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Within one lifetime; more would let anybody fill somebody's mailbox.</summary>
    private const int MostPerAddress = 5;

    /// <param name="adding">Name of the organisation that is added with this address, which the mail repeats.</param>
    public async Task HandleAsync(string email, string browserHash, string? returnPath, string language, CancellationToken ct, string? adding = null)
    {
        var now = clock.GetUtcNow();
        var address = email.Trim().ToLowerInvariant();
        var since = now - Lifetime;
        var account = await users.FindByEmailAsync(address);
        if (await db.SignInLinks.CountAsync(l => l.Email == address && l.CreatedAt > since, ct) >= MostPerAddress)
        {
            return;
        }

        var token = SecretToken.New();
        db.SignInLinks.Add(new SignInLink
        {
            Id = Guid.CreateVersion7(now),
            Email = address,
            TokenHash = SecretToken.Hash(token),
            BrowserHash = browserHash,
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
            ReturnPath = AccountsLinks.Safe(returnPath),
        });
        await mail.AddAsync(
            new SignInLinkEmail(links.Absolute(AccountsLinks.SignInLink(token)), (int)Lifetime.TotalMinutes, site.Name, adding),
            new MailRecipient(account?.Email ?? address, account?.Language ?? language),
            ct);
        await db.SaveChangesAsync(ct);
    }
}
