using Connections.Data;
using Connections.Domain.Calls;
using Connections.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Public.YourApplications;

[Authorize(Policy = RoleAbilities.SignedIn)]
public sealed class IndexModel(ConnectionsDbContext db) : PageModel
{
    public IReadOnlyList<ApplicationRow> Applications { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var account = User.AccountId();
        Applications = await (
            from application in db.Applications
            join call in db.Calls on application.CallId equals call.Id
            where application.AccountId == account
            orderby application.StartedAt descending
            select new ApplicationRow(
                application.Id, call.Name, application.Title, application.Reference, application.Status, call.ClosesAt, application.SubmittedAt,
                db.Decisions.Where(d => d.ApplicationId == application.Id && d.PublishedAt != null).Select(d => (DecisionKind?)d.Kind).FirstOrDefault()))
            .ToListAsync(ct);
    }
}
