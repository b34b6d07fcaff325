using Connections.Web.Features.Errors;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Primitives;

namespace Connections.Web.Security.Input;

/// <summary>The one place that deals with what cannot be read in a form: it is taken out, the rest is kept, and the field
/// is given a message, so that a page that checks its fields stores nothing.</summary>
internal sealed class ReadableFormFilter(IStringLocalizer<ErrorsText> texts) : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (request.HasFormContentType && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            try
            {
                Clean(context, await request.ReadFormAsync(context.HttpContext.RequestAborted));
            }
            catch (Exception e) when (e is IOException or InvalidDataException)
            {
                // Not a form at all. Who reads it next, the page that says so among them, finds an empty one.
                context.HttpContext.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
                if (context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null)
                {
                    context.Result = new StatusCodeResult(UnreadableForm.StatusOf(e));
                    return;
                }
            }
        }

        await next();
    }

    private void Clean(ResourceExecutingContext context, IFormCollection form)
    {
        var clean = new Dictionary<string, StringValues>(form.Count, StringComparer.OrdinalIgnoreCase);
        var changed = false;
        foreach (var (name, values) in form)
        {
            if (name.Any(ReadableText.IsUnreadable))
            {
                changed = true;
                continue;
            }

            var cleaned = values.Select(value => ReadableText.Clean(value ?? "")).ToArray();
            changed |= cleaned.Where((c, i) => !string.Equals(c.Text, values[i], StringComparison.Ordinal)).Any();
            clean[name] = cleaned.Select(c => c.Text).ToArray();
            if (cleaned.Any(c => !c.WasReadable))
            {
                context.ModelState.AddModelError(name, texts["Unreadable"].Value);
            }
        }

        if (changed)
        {
            context.HttpContext.Features.Set<IFormFeature>(new FormFeature(new FormCollection(clean, form.Files)));
        }
    }
}
