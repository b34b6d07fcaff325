using System.Globalization;
using Connections.Data.Listings.Search;
using Connections.Web.Security;
using Microsoft.AspNetCore.OutputCaching;

namespace Connections.Web.Features.Directory.Public.Search;

/// <summary>Keeps the directory's public pages for visitors who have not signed in. The directory's revision is part of the
/// key, so a page is never older than what a search itself would find: a change makes every kept page unreachable at once.</summary>
internal sealed class DirectoryCachePolicy(DirectoryIndexSource source) : IOutputCachePolicy
{
    public const string Name = "directory";
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var usable = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !context.HttpContext.User.IsSignedIn && !request.Query.ContainsKey("culture");
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = context.AllowCacheStorage = usable;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = KeptFor;
        context.CacheVaryByRules.QueryKeys = "*";
        if (usable)
        {
            var index = await source.CurrentAsync(cancellation);
            context.CacheVaryByRules.VaryByValues["revision"] = index.Revision.ToString(CultureInfo.InvariantCulture);
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
}
