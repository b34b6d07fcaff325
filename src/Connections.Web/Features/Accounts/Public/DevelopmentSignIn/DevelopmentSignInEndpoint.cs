using Connections.Data.Identity;
using Connections.Web.Features.Accounts.SigningIn;
using Connections.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace Connections.Web.Features.Accounts.Public.DevelopmentSignIn;

/// <summary>Opens a printed link: a full sign-in, second factor included. Mapped in Development only.</summary>
internal static class DevelopmentSignInEndpoint
{
    public const string Path = "/development/sign-in";

    public static void MapDevelopmentSignIn(this WebApplication app) =>
        app.MapGet(Path + "/{token}", async (string token, DevelopmentSignIns links, UserManager<Account> users, SignInAccount signIn) =>
        {
            if (links.Take(token) is not { } id || await users.FindByIdAsync(id.ToString()) is not { } account)
            {
                return Results.NotFound();
            }

            await signIn.HandleAsync(account, withSecondFactor: true);
            var roles = await users.GetRolesAsync(account);
            return Results.LocalRedirect(roles.Any(Roles.Staff.Contains) ? StaffGate.Area : AccountsLinks.Account);
        });
}
