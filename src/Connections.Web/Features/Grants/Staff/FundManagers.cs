using Connections.Data;
using Connections.Web.Mail;
using Connections.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Staff;

/// <summary>Where mail to the fund managers goes.</summary>
internal static class FundManagers
{
    public static async Task<IReadOnlyList<MailRecipient>> ListAsync(ConnectionsDbContext db, CancellationToken ct) =>
        await (
            from user in db.Users.AsNoTracking()
            join held in db.UserRoles on user.Id equals held.UserId
            join role in db.Roles on held.RoleId equals role.Id
            where role.Name == Roles.FundManager && user.Email != null
            orderby user.Email
            select new MailRecipient(user.Email!, user.Language, null, null)).ToListAsync(ct);
}
