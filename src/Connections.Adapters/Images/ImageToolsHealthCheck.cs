using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Connections.Adapters.Images;

/// <summary>Says so when images cannot be taken because the program that reads them is missing.</summary>
public sealed class ImageToolsHealthCheck(VipsImageConverter converter) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(converter.IsAvailable
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("Images cannot be uploaded: vipsthumbnail (package libvips-tools) or prlimit (package util-linux) is not installed."));
}
