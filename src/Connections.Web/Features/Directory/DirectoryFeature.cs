using Connections.Data.Listings.Search;
using Connections.Web.Features.Accounts.PersonalData;
using Connections.Web.Features.Directory.Emails;
using Connections.Web.Features.Directory.Jobs;
using Connections.Web.Features.Directory.Owned;
using Connections.Web.Features.Directory.Owned.Send;
using Connections.Web.Features.Directory.Owned.Withdraw;
using Connections.Web.Features.Directory.Owned.Write;
using Connections.Web.Features.Directory.Owned.YourOrganisations;
using Connections.Web.Features.Directory.Public.Claim;
using Connections.Web.Features.Directory.Public.Contact;
using Connections.Web.Features.Directory.Public.ReadListing;
using Connections.Web.Features.Directory.Public.Search;
using Connections.Web.Features.Directory.Public.SuggestChange;
using Connections.Web.Features.Directory.Reading;
using Connections.Web.Features.Directory.Staff.AnswerMessage;
using Connections.Web.Features.Directory.Staff.ReviewChange;
using Connections.Web.Features.Directory.Staff.ReviewListing;
using Connections.Web.Features.Directory.Staff.Waiting;
using Connections.Web.WorkList;

namespace Connections.Web.Features.Directory;

public static class DirectoryFeature
{
    public static IServiceCollection AddDirectory(this IServiceCollection services)
    {
        services.AddSingleton<DirectoryReference>();
        services.AddSingleton<DirectoryMarks>();
        services.AddSingleton<KeptCards>();
        services.AddSingleton(provider => provider.GetRequiredService<DirectoryReference>().Names);
        services.AddSingleton<ListingWords>();
        services.AddSingleton<ConfirmationLinks>();
        services.AddDirectorySearch();
        AddHandlers(services);
        services.AddOutputCache();
        services.AddOptions<Microsoft.AspNetCore.OutputCaching.OutputCacheOptions>()
            .Configure<DirectoryIndexSource>((options, source) => options.AddPolicy(DirectoryCachePolicy.Name, new DirectoryCachePolicy(source)));
        return services;
    }

    public static void MapDirectory(this WebApplication app)
    {
        app.MapGet("/directory.csv", DownloadDirectory.HandleAsync);
        app.MapGet("/directory/{slug}/listing.jsonld", LinkedData.HandleAsync);
    }

    private static void AddHandlers(IServiceCollection services)
    {
        services.AddScoped<WriteToOrganisation>();
        services.AddScoped<PassMessageOn>();
        services.AddScoped<SuggestChange>();
        services.AddScoped<ClaimListing>();
        services.AddScoped<StartListing>();
        services.AddScoped<SavePart>();
        services.AddScoped<SendListing>();
        services.AddScoped<ConfirmListing>();
        services.AddScoped<WithdrawListing>();
        services.AddScoped<ListAgain>();
        services.AddScoped<AskForConfirmations>();
        services.AddScoped<IPersonalDataSource, DirectoryPersonalData>();
        services.AddScoped<PlaceOnMap>();
        services.AddScoped<PublishListing>();
        services.AddScoped<ReturnListing>();
        services.AddScoped<DecideChange>();
        services.AddScoped<AnswerMessage>();
        services.AddScoped<DirectoryWaiting>();
        services.AddScoped<IWorkListSource, DirectoryWorkList>();
    }
}
