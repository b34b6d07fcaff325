using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Connections.Adapters.Blobs;

public static class BlobRegistration
{
    /// <summary>Adds <see cref="IBlobStore"/> as configured under <c>Blobs</c>. Wrong settings stop the start.</summary>
    public static IServiceCollection AddBlobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BlobOptions>().Bind(configuration.GetSection(BlobOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IBlobStore>(CreateStore);
        return services;
    }

    private static IBlobStore CreateStore(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<BlobOptions>>().Value;
        var root = provider.GetService<IHostEnvironment>()?.ContentRootPath ?? Directory.GetCurrentDirectory();
        return options.Storage switch
        {
            BlobStorage.FileSystem => new FileSystemBlobStore(Path.Combine(root, options.Folder)),
            BlobStorage.Azure => new AzureBlobStore(options.Container!, IsSigned(options.Container!) ? null : new DefaultAzureCredential()),
        };
    }

    private static bool IsSigned(Uri container) => container.Query.Contains("sig=", StringComparison.Ordinal);
}
