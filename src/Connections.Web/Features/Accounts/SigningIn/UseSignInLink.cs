using System.Globalization;
using Connections.Data;
using Connections.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Accounts.SigningIn;

public enum SignInLinkState
{
    Usable,

    /// <summary>Used, expired or never sent.</summary>
    Spent,

    /// <summary>Asked for in another browser.</summary>
    OtherBrowser,
}

public sealed record UsedSignInLink(Account Account, string? ReturnPath, bool IsNew);

/// <summary>Uses a sign-in link, once. An address that had no account has one from then on.</summary>
public sealed class UseSignInLink(ConnectionsDbContext db, UserManager<Account> users, TimeProvider clock)
{
    public async Task<SignInLinkState> LookAsync(string token, string? browserHash, CancellationToken ct) =>
        StateOf(await FindAsync(token, ct), browserHash);

    /// <returns>Null where the link does not work here; <see cref="LookAsync"/> says why.</returns>
    public async Task<UsedSignInLink?> HandleAsync(string token, string? browserHash, CancellationToken ct)
    {
        var link = await FindAsync(token, ct);
        if (StateOf(link, browserHash) is not SignInLinkState.Usable)
        {
            return null;
        }

        // Of two requests at once only one finds it unused.
        var now = clock.GetUtcNow();
        var taken = await db.SignInLinks.Where(l => l.Id == link!.Id && l.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now), ct);
        if (taken != 1)
        {
            return null;
        }

        var account = await users.FindByEmailAsync(link!.Email);
        return account is not null
            ? new UsedSignInLink(await ConfirmedAsync(account), link.ReturnPath, IsNew: account.DisplayName.Length == 0)
            : new UsedSignInLink(await CreateAsync(link.Email), link.ReturnPath, IsNew: true);
    }

    private Task<SignInLink?> FindAsync(string token, CancellationToken ct)
    {
        var hash = SecretToken.Hash(token);
        return db.SignInLinks.AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash, ct);
    }

    private SignInLinkState StateOf(SignInLink? link, string? browserHash) => link switch
    {
        null or { UsedAt: not null } => SignInLinkState.Spent,
        _ when link.ExpiresAt <= clock.GetUtcNow() => SignInLinkState.Spent,
        _ when link.BrowserHash is null || link.BrowserHash != browserHash => SignInLinkState.OtherBrowser,
        _ => SignInLinkState.Usable,
    };

    private async Task<Account> ConfirmedAsync(Account account)
    {
        if (!account.EmailConfirmed)
        {
            account.EmailConfirmed = true;
            Check(await users.UpdateAsync(account));
        }

        return account;
    }

    private async Task<Account> CreateAsync(string email)
    {
        var now = clock.GetUtcNow();
        var account = new Account
        {
            Id = Guid.CreateVersion7(now),
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            CreatedAt = now,
        };
        Check(await users.CreateAsync(account));
        return account;
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(result.ToString());
        }
    }
}
