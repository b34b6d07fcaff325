using Connections.Web.Features.Accounts.PersonalData;
using Connections.Web.Features.Grants.Jobs;
using Connections.Web.Features.Grants.PersonalData;
using Connections.Web.Features.Grants.Public.Answer;
using Connections.Web.Features.Grants.Public.Begin;
using Connections.Web.Features.Grants.Public.CheckAndSend;
using Connections.Web.Features.Grants.Public.ReadResults;
using Connections.Web.Features.Grants.Public.Withdraw;
using Connections.Web.Features.Grants.Reading;
using Connections.Web.Features.SiteFiles;
using Connections.Web.Features.Grants.Staff;
using Connections.Web.Security;

namespace Connections.Web.Features.Grants;

/// <summary>Calls and what follows from them: applying, reviewing, deciding, publishing.</summary>
public static class GrantsFeature
{
    public static IServiceCollection AddGrants(this IServiceCollection services)
    {
        services.AddMemoryCache();
        services.AddSingleton<ReviewStatistics>();
        services.AddScoped<IPersonalDataSource, ApplicantsData>();
        services.AddScoped<IPersonalDataSource, ReviewersData>();
        services.AddScoped<BeginApplication>();
        services.AddScoped<KeepFile>();
        services.AddScoped<SaveAnswers>();
        services.AddScoped<SendApplication>();
        services.AddScoped<WithdrawApplication>();
        services.AddScoped<MoveDueCalls>();
        services.AddScoped<ISitemapSource, CallsInSitemap>();
        return services.AddStaffGrants();
    }

    public static void MapGrants(this WebApplication app)
    {
        app.MapGet("/your-applications/{application:guid}/files/{field}", DownloadFile.HandleAsync).RequireAuthorization(RoleAbilities.SignedIn);
        app.MapGet("/grants/{call}/results.csv", DownloadAwards.HandleAsync);
        app.MapGet("/grants/{call}/results.json", DownloadGrants.HandleAsync);
    }
}
