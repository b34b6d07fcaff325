namespace Connections.Web.Features.Content;

public static class ContentFeature
{
    public static IServiceCollection AddContent(this IServiceCollection services) =>
        services.AddScoped<IContentSource, EmbeddedContent>();
}
