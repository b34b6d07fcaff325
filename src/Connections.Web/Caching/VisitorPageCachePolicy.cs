using System.Globalization;
using Connections.Web.Security;
using Microsoft.AspNetCore.OutputCaching;

namespace Connections.Web.Caching;

/// <summary>Keeps a page for visitors who have not signed in, apart for every query and language. What the page shows has a
/// stamp that is part of its key: a change makes every kept page unreachable at once.</summary>
internal abstract class VisitorPageCachePolicy(TimeSpan keptFor) : IOutputCachePolicy
{
    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var usable = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !context.HttpContext.User.IsSignedIn && !request.Query.ContainsKey("culture");
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = context.AllowCacheStorage = usable;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = keptFor;
        context.CacheVaryByRules.QueryKeys = "*";
        if (usable)
        {
            context.CacheVaryByRules.VaryByValues["stamp"] = await StampAsync(context.HttpContext, cancellation);
            context.CacheVaryByRules.VaryByValues["culture"] = CultureInfo.CurrentUICulture.Name;
        }
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Everything besides address and language on which the page depends.</summary>
    protected abstract ValueTask<string> StampAsync(HttpContext context, CancellationToken cancellation);
}
