using Connections.Web.Features.Accounts.PersonalData;
using Connections.Web.Features.Newsletters.Jobs;
using Connections.Web.Features.Newsletters.Public.Preferences;
using Connections.Web.Features.Newsletters.Public.Subscribe;
using Connections.Web.Features.Newsletters.Staff.Editions;
using Connections.Web.Features.Newsletters.Staff.Send;
using Connections.Web.Features.Newsletters.Staff.Write;
using Connections.Web.Mail;
using Connections.Web.WorkList;

namespace Connections.Web.Features.Newsletters;

public static class NewslettersFeature
{
    public static IServiceCollection AddNewsletters(this IServiceCollection services)
    {
        services.AddSingleton<SubscriptionLinks>();
        services.AddScoped<AskToSubscribe>();
        services.AddScoped<ConfirmSubscription>();
        services.AddScoped<ChangeSubscription>();
        services.AddScoped<SaveEdition>();
        services.AddScoped<ReleaseEdition>();
        services.AddScoped<DeliverEditions>();
        services.AddScoped<IWorkListSource, EditionsInHand>();
        services.AddScoped<IPersonalDataSource, NewsletterPersonalData>();
        services.AddScoped<IMailHold, LettersOfLeavers>();
        return services;
    }
}
