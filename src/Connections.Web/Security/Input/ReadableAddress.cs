using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Connections.Web.Security.Input;

/// <summary>Takes out of a query what cannot be read, and answers a path with such characters as one that does not exist.</summary>
internal sealed class ReadableAddress(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.Value?.Any(ReadableText.IsUnreadable) is true)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (context.Request.QueryString.HasValue && context.Request.Query.Any(pair => !Readable(pair)))
        {
            var clean = context.Request.Query.Where(pair => !pair.Key.Any(ReadableText.IsUnreadable))
                .ToDictionary(pair => pair.Key, pair => new StringValues([.. pair.Value.Select(v => ReadableText.Clean(v ?? "").Text)]), StringComparer.OrdinalIgnoreCase);
            context.Request.QueryString = QueryString.Create(clean);
            context.Features.Set<IQueryFeature>(new QueryFeature(new QueryCollection(clean)));
        }

        return next(context);
    }

    private static bool Readable(KeyValuePair<string, StringValues> pair) =>
        !pair.Key.Any(ReadableText.IsUnreadable) && pair.Value.All(v => v is null || ReadableText.Clean(v).WasReadable);
}
