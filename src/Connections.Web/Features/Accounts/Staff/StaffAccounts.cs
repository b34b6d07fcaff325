using Connections.Web.Features.Accounts.Staff.AuditRecord;
using Connections.Web.Features.Accounts.Staff.Person;

namespace Connections.Web.Features.Accounts.Staff;

internal static class StaffAccounts
{
    public static void AddStaffAccounts(this IServiceCollection services)
    {
        services.AddScoped<GrantRoles>();
        services.AddScoped<ExportAuditRecord>();
    }
}
