namespace Connections.Web.Features.Shared.Times;

public static class TimesRegistration
{
    public static IServiceCollection AddTimes(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<ReaderZone>();
        services.AddScoped<ZoneChoices>();
        return services;
    }
}
