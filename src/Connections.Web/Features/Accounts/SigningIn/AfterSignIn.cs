using Connections.Data.Identity;
using Connections.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace Connections.Web.Features.Accounts.SigningIn;

/// <summary>Where somebody goes once they are signed in: to give a second factor, to say their name, or on to where they were going.</summary>
public sealed class AfterSignIn(UserManager<Account> users)
{
    public async Task<string> PathAsync(Account account, string? returnPath, bool withSecondFactor)
    {
        var isStaff = (await users.GetRolesAsync(account)).Any(Roles.Staff.Contains);
        var next = AccountsLinks.Safe(returnPath) ?? (isStaff ? StaffGate.Area : AccountsLinks.Account);
        if (!withSecondFactor && (isStaff || account.TwoFactorEnabled))
        {
            return AccountsLinks.SecondFactor(next);
        }

        return account.DisplayName.Length == 0 ? AccountsLinks.Welcome(next) : next;
    }
}
