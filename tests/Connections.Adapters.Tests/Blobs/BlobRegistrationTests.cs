using Connections.Adapters.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Connections.Adapters.Tests.Blobs;

public sealed class BlobRegistrationTests
{
    [Fact]
    public async Task Without_settings_files_lie_on_disk()
    {
        await using var provider = Provider();

        Assert.IsType<FileSystemBlobStore>(provider.GetRequiredService<IBlobStore>());
    }

    [Theory]
    [InlineData("https://account.blob.core.windows.net/media")]
    [InlineData("https://account.blob.core.windows.net/media?sv=1&sig=abc")]
    public async Task With_a_container_files_lie_in_azure(string container)
    {
        await using var provider = Provider(("Blobs:Storage", "Azure"), ("Blobs:Container", container));

        Assert.IsType<AzureBlobStore>(provider.GetRequiredService<IBlobStore>());
    }

    [Theory]
    [InlineData(null, "Container must be the address of a container")]
    [InlineData("media", "Container must be the address of a container")]
    [InlineData("http://account.blob.core.windows.net/media", "Container must be an https address")]
    public async Task A_wrong_container_is_named_at_the_start(string? container, string complaint)
    {
        await using var provider = Provider(("Blobs:Storage", "Azure"), ("Blobs:Container", container));

        var thrown = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(complaint, thrown.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Provider(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => s.Value)).Build();
        return new ServiceCollection().AddBlobs(configuration).BuildServiceProvider();
    }
}
