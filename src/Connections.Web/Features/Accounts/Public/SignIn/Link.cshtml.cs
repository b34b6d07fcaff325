using Connections.Web.Features.Accounts.SigningIn;
using Connections.Web.Security.Input.Once;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connections.Web.Features.Accounts.Public.SignIn;

/// <summary>Opens a mailed link. Reading it changes nothing, because mail scanners read every link; a button signs in.</summary>
[TakesFormAgain]
public sealed class LinkModel(UseSignInLink useSignInLink, SignInAccount signIn, AfterSignIn afterSignIn) : PageModel
{
    public SignInLinkState State { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken ct) =>
        State = await useSignInLink.LookAsync(token, AskingBrowser.HashOf(HttpContext), ct);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        var browser = AskingBrowser.HashOf(HttpContext);
        if (await useSignInLink.HandleAsync(token, browser, ct) is not { } used)
        {
            State = await useSignInLink.LookAsync(token, browser, ct);
            State = State is SignInLinkState.Usable ? SignInLinkState.Spent : State;
            return Page();
        }

        await signIn.HandleAsync(used.Account, withSecondFactor: false);
        return Redirect(await afterSignIn.PathAsync(used.Account, used.ReturnPath, withSecondFactor: false));
    }
}
