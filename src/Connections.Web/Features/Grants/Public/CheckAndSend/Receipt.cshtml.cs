using Connections.Data;
using Connections.Web.Features.Grants.Reading;
using Connections.Web.Security;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connections.Web.Features.Grants.Public.CheckAndSend;

[Authorize(Policy = RoleAbilities.SignedIn)]
public sealed class ReceiptModel(ConnectionsDbContext db, Countries countries) : PageModel
{
    public OwnApplication Own { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid application, CancellationToken ct)
    {
        var own = await OwnApplication.FindAsync(db, countries, application, User.AccountId(), tracked: false, ct);
        Own = own!;
        return own is null ? NotFound() : own.Application.IsSubmitted ? Page() : Redirect(GrantsLinks.Application(own.Application.Id));
    }
}
