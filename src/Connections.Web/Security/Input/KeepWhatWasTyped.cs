using Connections.Web.Features.Errors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Connections.Web.Security.Input;

/// <summary>A form that was open too long, or from before a sign-in, has a token that no longer holds. Instead of an empty
/// refusal the person gets back what they typed, with a fresh token and a button to send it.</summary>
/// <remarks>Only for a request that the browser itself says comes from this site: a form on another site gets the refusal
/// alone, and so cannot have its contents sent on with one click.</remarks>
internal sealed class KeepWhatWasTyped(IModelMetadataProvider metadata) : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.Result = await AnswerAsync(context.HttpContext.Request);
        }

        await next();
    }

    private async Task<IActionResult> AnswerAsync(HttpRequest request)
    {
        if (!request.HasFormContentType || !IsFromThisSite(request))
        {
            return new StatusCodeResult(StatusCodes.Status400BadRequest);
        }

        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return new ViewResult
            {
                ViewName = "/Features/Errors/FormExpired.cshtml",
                StatusCode = StatusCodes.Status400BadRequest,
                ViewData = new ViewDataDictionary<FormExpired>(metadata, new ModelStateDictionary()) { Model = FormExpired.From(request, form) },
            };
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            // The token could not be found because the form is larger than is read, or is none.
            return new StatusCodeResult(UnreadableForm.StatusOf(e));
        }
    }

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
