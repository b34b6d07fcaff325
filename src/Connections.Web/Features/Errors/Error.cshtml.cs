using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connections.Web.Features.Errors;

/// <summary>What somebody sees when a page cannot be shown: what happened, what to do, and nothing of the inside.</summary>
[AllowAnonymous]
[ResponseCache(Duration = 0, Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class ErrorModel : PageModel
{
    private static readonly int[] Worded = [400, 403, 404, 413, 429, 500];

    /// <summary>Beginning of the keys of the words for this error.</summary>
    public string Words { get; private set; } = "Error500";

    /// <summary>A number by which staff find what was written about a failure.</summary>
    public string? Reference { get; private set; }

    public void OnGet(int code)
    {
        var again = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var reached = again is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        var shown = reached && Worded.Contains(code) ? code : reached ? (code < 500 ? 400 : 500) : 404;
        // An address with a sealed word in it came from a letter: its reader did not mistype it.
        Words = shown == 404 && again?.RouteValues?.ContainsKey("token") == true ? "Error404Link" : $"Error{shown}";
        Response.StatusCode = reached ? code : 404;
        Reference = shown == 500 ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null;
    }
}
