using Connections.Adapters.Mail.Smtp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Connections.Adapters.Mail;

public static class MailRegistration
{
    /// <summary>Adds <see cref="IMailSender"/> as configured under <c>Mail</c>, and its <see cref="RetrySchedule"/>. Wrong settings stop the start.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SmtpOptions>().Bind(configuration.GetSection(SmtpOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<MailOptions>>().Value.ToRetrySchedule());
        services.AddSingleton<IMailSender>(CreateSender);
        return services;
    }

    private static IMailSender CreateSender(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<MailOptions>>().Value;
        var root = provider.GetService<IHostEnvironment>()?.ContentRootPath ?? Directory.GetCurrentDirectory();
        return options.Transport switch
        {
            MailTransport.PickupFolder => new PickupFolderMailSender(Path.Combine(root, options.PickupFolder)),
            MailTransport.Smtp => ActivatorUtilities.CreateInstance<SmtpMailSender>(provider),
        };
    }
}
