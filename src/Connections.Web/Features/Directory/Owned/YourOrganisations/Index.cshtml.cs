using Connections.Data;
using Connections.Domain.Directory;
using Connections.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Directory.Owned.YourOrganisations;

[Authorize]
public sealed class IndexModel(ConnectionsDbContext db) : PageModel
{
    public IReadOnlyList<OwnRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var account = User.AccountId();
        Rows = await (
            from organisation in db.Organisations.AsNoTracking()
            where organisation.Representatives.Any(r => r.AccountId == account)
            join listing in db.Listings.AsNoTracking() on organisation.Id equals listing.OrganisationId
            orderby organisation.Name
            select new OwnRow(listing.Id, organisation.Name, listing.State)).ToListAsync(ct);
    }

    public sealed record OwnRow(ListingId Id, string Name, ListingState State);
}
