using Connections.Data;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Accounts.SigningIn;

/// <summary>Removes sign-in links that no longer open anything.</summary>
public sealed class ForgetSpentLinks(ConnectionsDbContext db, TimeProvider clock)
{
    public Task<int> HandleAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - TimeSpan.FromDays(1);
        return db.SignInLinks.Where(l => l.ExpiresAt < before).ExecuteDeleteAsync(ct);
    }
}
