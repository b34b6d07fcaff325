using System.Security.Claims;

namespace Connections.Web.WorkList;

/// <summary>A feature's answer to "what waits for me?". Registered by the feature; constant number of queries.</summary>
public interface IWorkListSource
{
    Task<IReadOnlyList<WorkItem>> ListAsync(ClaimsPrincipal user, CancellationToken ct);
}

/// <param name="Group">Words for the group in the staff navigation, for example "Directory".</param>
/// <param name="Title">What waits, in the reader's language.</param>
/// <param name="Path">The page that deals with it.</param>
/// <param name="WaitingSince">When it began to wait.</param>
/// <param name="PromisedWithin">How soon an answer is promised.</param>
/// <param name="Action">Words of the button.</param>
public sealed record WorkItem(string Group, string Title, string Detail, string Path, DateTimeOffset WaitingSince, TimeSpan PromisedWithin, string Action);
