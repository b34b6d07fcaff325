using Connections.Web.Features.Grants.Staff.Assigning;
using Connections.Web.Features.Grants.Staff.Deciding;
using Connections.Web.Features.Grants.Staff.Ending;
using Connections.Web.Features.Grants.Staff.Publishing;
using Connections.Web.Features.Grants.Staff.Reminding;
using Connections.Web.Features.Grants.Staff.Reviewing;
using Connections.Web.Features.Grants.Staff.Standings;
using Connections.Web.Features.Grants.Staff.Waiting;
using Connections.Web.WorkList;

namespace Connections.Web.Features.Grants.Staff;

public static class StaffGrants
{
    public static IServiceCollection AddStaffGrants(this IServiceCollection services)
    {
        services.AddScoped<SaveReview>();
        services.AddScoped<KeepDraft>();
        services.AddScoped<DeclareConflict>();
        services.AddScoped<CloseCall>();
        services.AddScoped<RecordPlan>();
        services.AddScoped<RemindReviewers>();
        services.AddScoped<EndReviewing>();
        services.AddScoped<WriteRanking>();
        services.AddScoped<SaveDecision>();
        services.AddScoped<RecordDecisions>();
        services.AddScoped<Letters>();
        services.AddScoped<PublishResults>();
        services.AddScoped<IWorkListSource, ReviewsToSend>();
        services.AddScoped<IWorkListSource, CallsToMoveOn>();
        services.AddScoped<IDiarySource, CallDates>();
        return services;
    }
}
