using System.Security.Claims;
using Connections.Web.WorkList;

namespace Connections.Web.Features.WorkList;

/// <summary>The dates that come next for the reader, asked of the features.</summary>
public sealed class Diary(IEnumerable<IDiarySource> sources)
{
    public const int Shown = 6;

    public async Task<IReadOnlyList<DiaryEntry>> NextAsync(ClaimsPrincipal user, DateTimeOffset now, CancellationToken ct)
    {
        var all = new List<DiaryEntry>();
        foreach (var source in sources)
        {
            all.AddRange(await source.NextAsync(user, now, Shown, ct));
        }

        return [.. all.OrderBy(entry => entry.Day).ThenBy(entry => entry.What, StringComparer.CurrentCulture).Take(Shown)];
    }
}
