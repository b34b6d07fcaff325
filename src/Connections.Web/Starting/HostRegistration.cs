using Connections.Adapters.Blobs;
using Connections.Data;
using Connections.Web.Features.Directory.Jobs;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Features.Shared.Times;
using Connections.Web.Jobs;
using Connections.Web.Localization;
using Connections.Web.Mail;
using Connections.Web.Security;
using Connections.Web.Sites;
using Connections.Web.Theming;

namespace Connections.Web.Starting;

public static class HostRegistration
{
    /// <summary>What every feature stands on: the site and its looks, languages, data, security, mail and jobs.</summary>
    public static WebApplicationBuilder AddHost(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetValue("Jobs:Enabled", defaultValue: true))
        {
            // First of all that is hosted, so that it reads while the others start.
            builder.Services.AddHostedService<ReadDirectoryAtStart>();
        }

        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddSite();
        builder.Services.AddTheming(builder.Configuration);
        builder.Services.AddLanguages();
        builder.Services.AddFormControls();
        builder.Services.AddTimes();
        builder.Services.AddData(builder.Configuration);
        builder.Services.AddBlobs(builder.Configuration);
        builder.AddWebSecurity();
        builder.AddMailQueue();
        builder.AddJobs();
        return builder;
    }
}
