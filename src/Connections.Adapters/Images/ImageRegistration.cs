using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Adapters.Images;

public static class ImageRegistration
{
    /// <summary>Adds <see cref="IImageConverter"/> as configured under <c>Images</c>, and its health check.</summary>
    public static IServiceCollection AddImages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ImageOptions>().Bind(configuration.GetSection(ImageOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddLogging();
        services.AddSingleton<VipsImageConverter>();
        services.AddSingleton<IImageConverter>(provider => provider.GetRequiredService<VipsImageConverter>());
        services.AddHealthChecks().AddCheck<ImageToolsHealthCheck>("images");
        return services;
    }
}
