using System.Collections.Concurrent;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Localization;

/// <summary>Wraps every localizer so that a missing key is an error outside Production.</summary>
public sealed class StrictLocalizerFactory(ResourceManagerStringLocalizerFactory inner, IHostEnvironment environment) : IStringLocalizerFactory
{
    private readonly bool throwsOnMissing = !environment.IsProduction();

    // The inner factory asks the assembly for its attributes every time, and every view of a page asks for its texts.
    private readonly ConcurrentDictionary<Type, IStringLocalizer> bySource = new();

    public IStringLocalizer Create(Type resourceSource) =>
        bySource.GetOrAdd(resourceSource, source => new StrictLocalizer(inner.Create(source), source.Name, throwsOnMissing));

    public IStringLocalizer Create(string baseName, string location) =>
        new StrictLocalizer(inner.Create(baseName, location), baseName, throwsOnMissing);
}
