using Connections.Data;
using Connections.Data.Identity;
using Connections.Data.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Connections.Web.Security;

namespace Connections.Web.Features.Accounts.PersonalData;

/// <summary>The account itself, its passkeys, and mail written to it.</summary>
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
            mail = await db.OutboxMails.AsNoTracking().Where(m => m.To == subject.Email).OrderBy(m => m.CreatedAt)
                .Select(m => new { m.Subject, m.CreatedAt, m.SentAt }).ToListAsync(ct),
        };
    }

    public async Task<string?> WhyNotYetAsync(DataSubject subject, CancellationToken ct)
    {
        var isAdministrator = await users.IsInRoleAsync(await AccountAsync(subject), Roles.Administrator);
        return isAdministrator && (await users.GetUsersInRoleAsync(Roles.Administrator)).Count == 1 ? texts["Erase.LastAdministrator"].Value : null;
    }

    public async Task EraseAsync(DataSubject subject, CancellationToken ct)
    {
        await db.OutboxMails.Where(m => m.To == subject.Email && m.Status != OutboxMailStatus.Waiting).ExecuteDeleteAsync(ct);
        await db.SignInLinks.Where(l => l.Email == subject.Email).ExecuteDeleteAsync(ct);
        var result = await users.DeleteAsync(await AccountAsync(subject));
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(result.ToString());
        }
    }

    private async Task<Account> AccountAsync(DataSubject subject) =>
        await users.FindByIdAsync(subject.Account.ToString()) ?? throw new InvalidOperationException($"There is no account {subject.Account}.");
}
