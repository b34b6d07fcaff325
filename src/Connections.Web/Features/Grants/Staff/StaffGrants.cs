using Connections.Web.Features.Grants.Staff.Assigning;
using Connections.Web.Features.Grants.Staff.Ending;
using Connections.Web.Features.Grants.Staff.Reminding;
using Connections.Web.Features.Grants.Staff.Reviewing;
using Connections.Web.Features.Grants.Staff.Standings;

namespace Connections.Web.Features.Grants.Staff;

public static class StaffGrants
{
    public static IServiceCollection AddStaffGrants(this IServiceCollection services)
    {
        services.AddScoped<SaveReview>();
        services.AddScoped<DeclareConflict>();
        services.AddScoped<CloseCall>();
        services.AddScoped<RecordPlan>();
        services.AddScoped<RemindReviewers>();
        services.AddScoped<EndReviewing>();
        services.AddScoped<WriteRanking>();
        return services;
    }
}
