using Connections.Web.Features.Errors;
using Connections.Web.Security.Input.Uploads;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;

namespace Connections.Web.Security.Input;

/// <summary>Gives a person back the form that could not be taken, with everything they typed and a button to send it again.</summary>
/// <remarks>Only for a request that the browser itself says comes from this site: a form on another site gets a refusal
/// alone, and so cannot have its contents sent on with one click.</remarks>
internal static class TypedForm
{
    public static bool Is(HttpRequest request) => request.HasFormContentType && HttpMethods.IsPost(request.Method) && IsFromThisSite(request);

    /// <param name="signInAt">Where the person has to sign in first; the page then says how not to lose the form.</param>
    public static async Task<IActionResult> GiveBackAsync(HttpContext http, string? signInAt)
    {
        if (!Is(http.Request))
        {
            return new StatusCodeResult(StatusCodes.Status400BadRequest);
        }

        try
        {
            return View(http, "FormExpired", StatusCodes.Status400BadRequest, FormExpired.From(http.Request, await http.Request.ReadFormAsync(http.RequestAborted), signInAt));
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            // The form is larger than is read.
            return new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }
    }

    /// <summary>Gives a form back that came too soon after others. Its files are not kept, so none of their content is.</summary>
    public static async Task GiveBackForLaterAsync(HttpContext http)
    {
        if (http.Features.Get<IFormFeature>() is LargeFormFeature)
        {
            var limits = http.RequestServices.GetRequiredService<IOptions<UploadLimits>>().Value;
            http.Features.Set<IFormFeature>(new LargeFormFeature(http.Request, new UploadLimits { LargestFile = 0, MostRead = limits.MostRead }));
        }

        try
        {
            var typed = FormExpired.From(http.Request, await http.Request.ReadFormAsync(http.RequestAborted), signInAt: null) with { IsTooSoon = true };
            await View(http, "FormExpired", StatusCodes.Status429TooManyRequests, typed).ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            // Nothing that could be given back: the page for the status says what there is to say.
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }
    }

    /// <summary>Shows what was typed into a form that has nowhere to go.</summary>
    /// <returns>Null where nothing was typed that would be missed.</returns>
    public static async Task<IActionResult?> ShowAsync(HttpContext http) =>
        Is(http.Request) && FormExpired.From(http.Request, await http.Request.ReadFormAsync(http.RequestAborted), signInAt: null) is { Texts.Count: > 0 } typed
            ? View(http, "FormNowhere", StatusCodes.Status404NotFound, typed)
            : null;

    /// <summary>Gives a form back where no page is running yet: the sign-in of somebody who was typing has ended, or lacks its second factor.</summary>
    public static async Task GiveBackUntilSignedInAsync(HttpContext http, string signInAt)
    {
        var result = await GiveBackAsync(http, signInAt);
        await result.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
    }

    private static ViewResult View(HttpContext http, string name, int status, FormExpired typed) => new()
    {
        ViewName = $"/Features/Errors/{name}.cshtml",
        StatusCode = status,
        ViewData = new ViewDataDictionary<FormExpired>(http.RequestServices.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { Model = typed },
    };

    private static bool IsFromThisSite(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site == "same-origin";
        }

        var told = request.Headers.Origin.ToString() is { Length: > 0 } origin ? origin : request.Headers.Referer.ToString();
        return Uri.TryCreate(told, UriKind.Absolute, out var from)
            && string.Equals(from.GetLeftPart(UriPartial.Authority), new Uri($"{request.Scheme}://{request.Host}").GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
    }
}
