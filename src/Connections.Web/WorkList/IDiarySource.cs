using System.Security.Claims;

namespace Connections.Web.WorkList;

/// <summary>A feature's answer to "what comes next?". Registered by the feature; constant number of queries.</summary>
public interface IDiarySource
{
    /// <returns>What the reader should know of after a moment, in any order; the soonest are among them.</returns>
    Task<IReadOnlyList<DiaryEntry>> NextAsync(ClaimsPrincipal user, DateTimeOffset now, int most, CancellationToken ct);
}

/// <param name="Day">In the site's zone.</param>
/// <param name="What">In the reader's language.</param>
/// <param name="Path">The page that tells more.</param>
public sealed record DiaryEntry(DateOnly Day, string What, string Path);
