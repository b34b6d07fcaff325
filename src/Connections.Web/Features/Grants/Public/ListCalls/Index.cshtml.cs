using Connections.Data;
using Connections.Domain.Calls;
using Connections.Web.Features.Grants.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Public.ListCalls;

public sealed class IndexModel(ConnectionsDbContext db, TimeProvider clock) : PageModel
{
    public ILookup<CallStage, CallRow> Calls { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var calls = await db.Calls.AsNoTracking().Where(c => c.Status != CallStatus.Draft).OrderBy(c => c.ClosesAt).ThenBy(c => c.Slug).ToListAsync(ct);
        Calls = calls.Select(c => CallRow.Of(c, now)).ToLookup(c => c.Stage);
    }
}
