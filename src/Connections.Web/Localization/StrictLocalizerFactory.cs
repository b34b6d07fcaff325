using Microsoft.Extensions.Localization;

namespace Connections.Web.Localization;

/// <summary>Wraps every localizer so that a missing key is an error outside Production.</summary>
public sealed class StrictLocalizerFactory(ResourceManagerStringLocalizerFactory inner, IHostEnvironment environment) : IStringLocalizerFactory
{
    private readonly bool throwsOnMissing = !environment.IsProduction();

    public IStringLocalizer Create(Type resourceSource) =>
        new StrictLocalizer(inner.Create(resourceSource), resourceSource.Name, throwsOnMissing);

    public IStringLocalizer Create(string baseName, string location) =>
        new StrictLocalizer(inner.Create(baseName, location), baseName, throwsOnMissing);
}
