using Connections.Data.Listings.Search;

namespace Connections.Web.Features.Directory.Jobs;

/// <summary>Reads the directory while the host starts, so that the first visitor finds it read. A visitor who comes sooner
/// waits for the same reading, not for one of their own.</summary>
internal sealed class ReadDirectoryAtStart(DirectoryIndexSource source, ILogger<ReadDirectoryAtStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await source.CurrentAsync(stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The next search reads it again and tells its visitor; the rest of the site is not worse for it.
            log.LogWarning(e, "The directory could not be read at the start.");
        }
    }
}
