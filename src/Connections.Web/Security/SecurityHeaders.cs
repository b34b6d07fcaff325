namespace Connections.Web.Security;

/// <summary>What every answer says to the browser: load nothing from elsewhere, run nothing inline, frame nothing, guess
/// no type, tell other sites no address.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
        "manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static readonly (string Name, string Value)[] Headers =
    [
        ("Content-Security-Policy", ContentPolicy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Permissions-Policy", "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), publickey-credentials-create=(self), publickey-credentials-get=(self)"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"),
    ];

    public Task InvokeAsync(HttpContext context)
    {
        // When the answer starts, because the pages for errors clear what was set before.
        context.Response.OnStarting(static state =>
        {
            var http = (HttpContext)state;
            foreach (var (name, value) in Headers)
            {
                http.Response.Headers.TryAdd(name, value);
            }

            // A shared computer's "back" button shows nothing of the person who signed out.
            if (http.User.IsSignedIn && http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true)
            {
                http.Response.Headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
