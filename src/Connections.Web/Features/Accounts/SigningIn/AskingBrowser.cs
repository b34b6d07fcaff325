namespace Connections.Web.Features.Accounts.SigningIn;

/// <summary>A cookie by which the browser that asked for a link is known when the link is opened.</summary>
internal static class AskingBrowser
{
    private const string Cookie = "connections.asked";

    /// <returns>The hash of the browser's secret; a browser without one is given one.</returns>
    public static string Mark(HttpContext http, TimeSpan lifetime)
    {
        var secret = http.Request.Cookies[Cookie] is { Length: 43 } known ? known : SecretToken.New();
        http.Response.Cookies.Append(Cookie, secret, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            Secure = http.Request.IsHttps,

            // The link is opened from an e-mail, which is another site.
            SameSite = SameSiteMode.Lax,
            MaxAge = lifetime,
        });
        return SecretToken.Hash(secret);
    }

    public static string? HashOf(HttpContext http) =>
        http.Request.Cookies[Cookie] is { Length: > 0 } secret ? SecretToken.Hash(secret) : null;
}
