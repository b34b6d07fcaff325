using Connections.Data.Audit;
using Microsoft.AspNetCore.Authorization;

namespace Connections.Web.Security;

public static class SecurityRegistration
{
    public static WebApplicationBuilder AddWebSecurity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddScoped<ICurrentActor, HttpCurrentActor>();
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationPolicyProvider, AbilityPolicyProvider>();
        services.AddSingleton<IAuthorizationHandler, AbilityHandler>();
        return builder;
    }

    /// <summary>The order matters: who is asking comes before what is open to them.</summary>
    public static void UseWebSecurity(this WebApplication app)
    {
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<StaffGate>();
        app.UseAuthorization();
    }
}
