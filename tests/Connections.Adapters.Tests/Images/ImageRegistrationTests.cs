using Connections.Adapters.Images;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Connections.Adapters.Tests.Images;

public sealed class ImageRegistrationTests
{
    [Theory]
    [InlineData("/usr/bin/vipsthumbnail", HealthStatus.Healthy)]
    [InlineData("/nowhere/vipsthumbnail", HealthStatus.Degraded)]
    public async Task The_health_check_says_whether_images_can_be_taken(string program, HealthStatus expected)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Images:VipsThumbnail"] = program }).Build();
        await using var provider = new ServiceCollection().AddImages(configuration).BuildServiceProvider();

        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.IsType<VipsImageConverter>(provider.GetRequiredService<IImageConverter>());
        Assert.Equal(expected, report.Entries["images"].Status);
    }
}
