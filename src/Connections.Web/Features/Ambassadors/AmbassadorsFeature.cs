using Connections.Web.Features.Accounts.PersonalData;
using Connections.Web.Features.Ambassadors.Public.Write;

namespace Connections.Web.Features.Ambassadors;

public static class AmbassadorsFeature
{
    public static IServiceCollection AddAmbassadors(this IServiceCollection services) =>
        services.AddScoped<RelayMessage>().AddScoped<IPersonalDataSource, AmbassadorsPersonalData>();
}
