using Connections.Web.Features.Shared.Navigation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connections.Web.Features.Directory.Staff.Waiting;

[Authorize(Policy = DirectoryPolicies.Moderate)]
public sealed class WaitingModel(DirectoryWaiting waiting, TimeProvider clock) : PageModel
{
    private const int Size = 25;

    public IReadOnlyList<WaitingRow> Rows { get; private set; } = [];

    public PageOfResults Pages { get; private set; } = new(1, Size, 0);

    /// <summary>Name of the organisation that has just been dealt with.</summary>
    public string? Done { get; private set; }

    /// <summary>Whether a visitor's words have just gone to that organisation.</summary>
    public bool IsPassedOn { get; private set; }

    public bool IsLate(WaitingRow row) => clock.GetUtcNow() - row.Since > DirectoryWaiting.Promised;

    public async Task OnGetAsync([FromQuery(Name = PageOfResults.Parameter)] int? number, string? done, bool passedOn, CancellationToken ct)
    {
        (Done, IsPassedOn) = (done is { Length: <= 200 } ? done : null, passedOn);
        var all = await waiting.ListAsync(ct);
        var pages = new PageOfResults(1, Size, all.Count);
        Pages = pages with { Number = Math.Clamp(number ?? 1, 1, pages.Count) };
        Rows = [.. all.Skip((Pages.Number - 1) * Size).Take(Size)];
    }
}
