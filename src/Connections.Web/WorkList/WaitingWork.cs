using System.Security.Claims;

namespace Connections.Web.WorkList;

/// <summary>Everything that waits for the reader, asked of the features once in a request.</summary>
public sealed class WaitingWork(IEnumerable<IWorkListSource> sources)
{
    private Task<IReadOnlyList<WorkItem>>? items;

    public Task<IReadOnlyList<WorkItem>> ListAsync(ClaimsPrincipal user, CancellationToken ct) => items ??= AskAsync(user, ct);

    private async Task<IReadOnlyList<WorkItem>> AskAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        var all = new List<WorkItem>();
        foreach (var source in sources)
        {
            all.AddRange(await source.ListAsync(user, ct));
        }

        return [.. all.OrderBy(item => item.WaitingSince + item.PromisedWithin)];
    }
}
