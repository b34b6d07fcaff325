using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Connections.Web.Security.Input;

/// <summary>A form that was open too long, or from before a sign-in, has a token that no longer holds. Instead of an empty
/// refusal the person gets back what they typed, with a fresh token and a button to send it. Where there is no such page any
/// more, they can at least read and copy it.</summary>
internal sealed class KeepWhatWasTyped : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.Result = await TypedForm.GiveBackAsync(context.HttpContext, signInAt: null);
        }

        else if (context.Result is NotFoundResult && await TypedForm.ShowAsync(context.HttpContext) is { } typed)
        {
            context.Result = typed;
        }

        await next();
    }
}
