using Connections.Data.Audit;

namespace Connections.Web.Security;

/// <summary>The actor of the audit record: the account of the request, the public, or the system where no request is.</summary>
internal sealed class HttpCurrentActor(IHttpContextAccessor accessor) : ICurrentActor
{
    public string Name => accessor.HttpContext switch
    {
        null => "system",
        { User: var user } when user.AccountIdOrNull is { } id => $"account:{id}",
        _ => "public",
    };
}
