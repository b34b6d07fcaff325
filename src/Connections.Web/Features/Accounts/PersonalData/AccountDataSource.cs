using Connections.Data;
using Connections.Data.Identity;
using Connections.Data.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Connections.Web.Security;

namespace Connections.Web.Features.Accounts.PersonalData;

/// <summary>The account itself, its passkeys, its sign-in links, mail to and from it, and what the audit record says its person
/// did. The audit record stays when the account goes: it names a number that is nobody's any more.</summary>
internal sealed class AccountDataSource(ConnectionsDbContext db, UserManager<Account> users, IStringLocalizer<AccountsText> texts) : IPersonalDataSource
{
    public string Name => "account";

    public async Task<object?> ReadAsync(DataSubject subject, CancellationToken ct)
    {
        var account = await AccountAsync(subject);
        return new
        {
            id = account.Id,
            email = account.Email,
            name = account.DisplayName,
            language = account.Language,
            timeZone = account.TimeZone,
            createdAt = account.CreatedAt,
            roles = await users.GetRolesAsync(account),
            passkeys = (await users.GetPasskeysAsync(account)).Select(p => new { p.Name, p.CreatedAt }),
            authenticatorApp = account.TwoFactorEnabled,
            recoveryCodesLeft = await users.CountRecoveryCodesAsync(account),
            lockedOutUntil = account.LockoutEnd,
            signInLinks = await db.SignInLinks.AsNoTracking().Where(l => l.Email == subject.Address).OrderBy(l => l.CreatedAt)
                .Select(l => new { l.CreatedAt, l.ExpiresAt, l.UsedAt, l.ReturnPath }).ToListAsync(ct),
            mail = await Mail(subject).AsNoTracking().OrderBy(m => m.CreatedAt)
                .Select(m => new { m.To, m.ReplyTo, m.Subject, m.Text, m.CreatedAt, m.SentAt }).ToListAsync(ct),
            done = await db.AuditEntries.AsNoTracking().Where(e => e.Actor == $"account:{subject.Account}").OrderBy(e => e.Sequence)
                .Select(e => new { e.At, e.Action, e.Subject, e.Reason }).ToListAsync(ct),
        };
    }

    public async Task<string?> WhyNotYetAsync(DataSubject subject, CancellationToken ct)
    {
        var isAdministrator = await users.IsInRoleAsync(await AccountAsync(subject), Roles.Administrator);
        return isAdministrator && (await users.GetUsersInRoleAsync(Roles.Administrator)).Count == 1 ? texts["Erase.LastAdministrator"].Value : null;
    }

    public async Task EraseAsync(DataSubject subject, CancellationToken ct)
    {
        await Mail(subject).ExecuteDeleteAsync(ct);
        await db.OutboxMails.Where(m => m.Text.ToLower().Contains(subject.Address) || m.Html.ToLower().Contains(subject.Address)).ExecuteDeleteAsync(ct);
        await db.SignInLinks.Where(l => l.Email == subject.Address).ExecuteDeleteAsync(ct);
        var result = await users.DeleteAsync(await AccountAsync(subject));
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(result.ToString());
        }
    }

    /// <summary>Mail to the address, and what was passed on from it.</summary>
    private IQueryable<OutboxMail> Mail(DataSubject subject) =>
        db.OutboxMails.Where(m => m.To.ToLower() == subject.Address || (m.ReplyTo != null && m.ReplyTo.ToLower() == subject.Address));

    private async Task<Account> AccountAsync(DataSubject subject) =>
        await users.FindByIdAsync(subject.Account.ToString()) ?? throw new InvalidOperationException($"There is no account {subject.Account}.");
}
