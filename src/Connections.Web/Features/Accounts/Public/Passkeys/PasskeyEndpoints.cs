using Connections.Data.Identity;
using Connections.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Connections.Web.Features.Accounts.Public.Passkeys;

/// <summary>What the browser needs to know before it makes or uses a passkey. The challenge is kept in a protected cookie.</summary>
internal static class PasskeyEndpoints
{
    public static void MapPasskeys(this WebApplication app)
    {
        app.MapPost("/passkeys/options-to-create", async (HttpContext http, IAntiforgery antiforgery, UserManager<Account> users, SignInManager<Account> signIn) =>
        {
            if (!await antiforgery.IsRequestValidAsync(http) || await users.GetUserAsync(http.User) is not { } account)
            {
                return Results.BadRequest();
            }

            var name = account.Email!;
            return Json(await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
            {
                Id = account.Id.ToString(),
                Name = name,
                DisplayName = account.DisplayName.Length > 0 ? account.DisplayName : name,
            }));
        }).RequireAuthorization(RoleAbilities.SignedIn);

        // The same for everybody: which passkeys an address has is not told to whoever asks.
        app.MapPost("/passkeys/options-to-sign-in", async (HttpContext http, IAntiforgery antiforgery, SignInManager<Account> signIn) =>
            await antiforgery.IsRequestValidAsync(http) ? Json(await signIn.MakePasskeyRequestOptionsAsync(null)) : Results.BadRequest());
    }

    private static IResult Json(string options) => Results.Content(options, "application/json");
}
