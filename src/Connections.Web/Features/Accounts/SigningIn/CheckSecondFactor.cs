using Connections.Data.Identity;
using Microsoft.AspNetCore.Identity;

namespace Connections.Web.Features.Accounts.SigningIn;

public enum SecondFactorAnswer
{
    Right,
    Wrong,
    TooManyTries,
}

/// <summary>Checks a code of the authenticator app, or takes a recovery code. Five wrong ones close the door for five minutes.</summary>
public sealed class CheckSecondFactor(UserManager<Account> users)
{
    public async Task<SecondFactorAnswer> HandleAsync(Account account, string code)
    {
        if (!account.LockoutEnabled)
        {
            await users.SetLockoutEnabledAsync(account, enabled: true);
        }

        if (await users.IsLockedOutAsync(account))
        {
            return SecondFactorAnswer.TooManyTries;
        }

        var typed = string.Concat(code.Where(char.IsAsciiLetterOrDigit));
        if (await IsRightAsync(account, typed))
        {
            await users.ResetAccessFailedCountAsync(account);
            return SecondFactorAnswer.Right;
        }

        await users.AccessFailedAsync(account);
        return await users.IsLockedOutAsync(account) ? SecondFactorAnswer.TooManyTries : SecondFactorAnswer.Wrong;
    }

    private async Task<bool> IsRightAsync(Account account, string typed)
    {
        if (!account.TwoFactorEnabled)
        {
            return false;
        }

        if (typed.Length == 6 && typed.All(char.IsAsciiDigit))
        {
            return await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, typed);
        }

        // Recovery codes are shown as XXXXX-XXXXX; people type them as they like.
        return typed.Length == 10
            && (await users.RedeemTwoFactorRecoveryCodeAsync(account, $"{typed[..5]}-{typed[5..]}".ToUpperInvariant())).Succeeded;
    }
}
