namespace Connections.Web.Features.Grants;

/// <summary>Calls and what follows from them: applying, reviewing, deciding, publishing.</summary>
public static class GrantsFeature
{
    public static IServiceCollection AddGrants(this IServiceCollection services)
    {
        return services;
    }

    public static void MapGrants(this WebApplication app)
    {
    }
}
