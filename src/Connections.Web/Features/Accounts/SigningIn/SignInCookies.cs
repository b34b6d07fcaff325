using System.Security.Claims;
using Connections.Data.Identity;
using Connections.Web.Security;
using Connections.Web.Security.Input;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Connections.Web.Features.Accounts.SigningIn;

/// <summary>The sign-in cookie: how long it lasts, where it sends people, and how soon a withdrawn role is felt.</summary>
internal static class SignInCookies
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <summary>A role or a sign-in that was taken away stops working within this time.</summary>
    private static readonly TimeSpan CheckedEvery = TimeSpan.FromMinutes(1);

    public static void Configure(IServiceCollection services, IHostEnvironment environment, IConfiguration configuration)
    {
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = CheckedEvery;
            options.OnRefreshingPrincipal = KeepSecondFactor;
        });
        services.ConfigureAll<CookieAuthenticationOptions>(options =>
        {
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
        services.ConfigureApplicationCookie(options =>
        {
            // Two sites on one developer's machine share the host name, and would take each other's cookie.
            options.Cookie.Name = environment.IsDevelopment() ? $"connections-{configuration["Site:Key"]}" : "__Host-connections";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = Lifetime;
            options.SlidingExpiration = true;
            options.LoginPath = AccountsLinks.SignInPath;
            options.ReturnUrlParameter = AccountsLinks.ReturnPathParameter;
            options.Events.OnRedirectToLogin = AskToSignInAsync;
            options.Events.OnRedirectToAccessDenied = RefuseAsync;
        });
    }

    // The principal is made anew from the database; how the person signed in is known only to the old one.
    private static Task KeepSecondFactor(SecurityStampRefreshingPrincipalContext context)
    {
        if (context.CurrentPrincipal?.HasSecondFactor is true && context.NewPrincipal?.Identity is ClaimsIdentity identity)
        {
            identity.AddClaim(new Claim(SignedInPerson.MethodClaim, SignedInPerson.SecondFactor));
        }

        return Task.CompletedTask;
    }

    private static Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (TypedForm.Is(context.Request))
        {
            return TypedForm.GiveBackUntilSignedInAsync(context.HttpContext, AccountsLinks.SignIn());
        }

        context.Response.Redirect(AccountsLinks.SignIn(AccountsLinks.Here(context.Request)));
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var user = context.HttpContext.User;
        if (user.IsStaff && !user.HasSecondFactor)
        {
            context.Response.Redirect(AccountsLinks.SecondFactor(AccountsLinks.Here(context.Request)));
        }
        else
        {
            // Staff may know that the page exists; for everybody else it does not.
            context.Response.StatusCode = user.IsStaff ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound;
        }

        return Task.CompletedTask;
    }
}
