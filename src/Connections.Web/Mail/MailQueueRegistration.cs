using Connections.Adapters.Mail;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Connections.Web.Mail;

public static class MailQueueRegistration
{
    public static WebApplicationBuilder AddMailQueue(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddMail(builder.Configuration);
        services.AddLocalization();
        services.AddScoped<HtmlRenderer>();
        services.AddScoped<IMailQueue, RazorMailQueue>();
        services.AddScoped<SendOutboxMail>();
        services.AddScoped<ForgetOldMail>();
        services.AddSingleton<MailColours>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<IInterceptor, RaiseSignalAfterSave>();
        if (builder.Configuration.GetValue("Jobs:Enabled", defaultValue: true))
        {
            services.AddHostedService<SendWhenSignalled>();
        }

        return builder;
    }
}
