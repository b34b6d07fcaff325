using Connections.Web.Features.Grants.Staff.Reviewing;

namespace Connections.Web.Features.Grants.Staff;

public static class StaffGrants
{
    public static IServiceCollection AddStaffGrants(this IServiceCollection services)
    {
        services.AddScoped<SaveReview>();
        services.AddScoped<DeclareConflict>();
        return services;
    }
}
