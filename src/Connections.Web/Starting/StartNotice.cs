using Connections.Web.Features.Accounts.Public.DevelopmentSignIn;
using Connections.Web.Sites;

namespace Connections.Web.Starting;

/// <summary>Tells whoever started the host where it is, where mail goes, and in Development how to sign in.</summary>
internal sealed class StartNotice(
    IHostApplicationLifetime lifetime,
    IServiceProvider services,
    ISiteLinks links,
    Site site,
    SitePack pack,
    IConfiguration configuration,
    IHostEnvironment environment,
    ILogger<StartNotice> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        log.LogInformation("{Site} is at {Address}", site.Name, links.Root);
        if (configuration["Mail:PickupFolder"] is { } folder && configuration["Mail:Transport"] is not "Smtp")
        {
            log.LogInformation("Mail is dropped into {Folder}", Path.GetFullPath(Path.Combine(environment.ContentRootPath, folder)));
        }

        if (services.GetService<DevelopmentSignIns>() is { } signIns)
        {
            foreach (var (kind, name, account) in await DevelopmentPeople.FindAsync(pack, stoppingToken))
            {
                log.LogInformation("Sign in once as {Kind} ({Name}): {Link}", kind, name, links.Absolute(signIns.Issue(account)));
            }
        }
    }
}
