using Microsoft.AspNetCore.Localization;

namespace Connections.Web.Localization;

/// <summary>Keeps a language chosen with <c>?culture=</c> in a cookie, so that the next page speaks it too.</summary>
public sealed class RememberLanguage(RequestDelegate next, SiteLanguages languages)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (languages.Find(context.Request.Query[PageLanguage.Parameter]) is { } chosen)
        {
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)),
                new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365) });
        }

        return next(context);
    }
}
