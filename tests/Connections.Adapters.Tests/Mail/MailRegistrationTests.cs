using Connections.Adapters.Mail;
using Connections.Adapters.Mail.Smtp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Connections.Adapters.Tests.Mail;

public sealed class MailRegistrationTests
{
    [Fact]
    public async Task Without_settings_mail_is_dropped_into_a_folder()
    {
        await using var provider = Provider();

        var sender = Assert.IsType<PickupFolderMailSender>(provider.GetRequiredService<IMailSender>());

        Assert.Equal(Path.GetFullPath("var/mail"), sender.Folder);
    }

    [Fact]
    public async Task Without_settings_a_mail_is_tried_for_days_so_that_a_weekend_without_the_relay_loses_none()
    {
        await using var provider = Provider();
        var schedule = provider.GetRequiredService<RetrySchedule>();

        var patience = Enumerable.Range(1, schedule.Attempts - 1).Sum(attempt => schedule.WaitAfter(attempt, seed: 7)!.Value.TotalDays);

        Assert.InRange(patience, 4, 6);
    }

    [Fact]
    public async Task With_smtp_chosen_mail_goes_to_the_relay()
    {
        await using var provider = Provider(("Mail:Transport", "Smtp"), ("Mail:Smtp:Host", "relay.example.org"));

        Assert.IsType<SmtpMailSender>(provider.GetRequiredService<IMailSender>());
    }

    [Theory]
    [InlineData("Mail:FromAddress", "nobody", "FromAddress must be an e-mail address")]
    [InlineData("Mail:Attempts", "0", "Attempts")]
    [InlineData("Mail:LongestRetrySeconds", "5", "LongestRetrySeconds must not be less")]
    [InlineData("Mail:Smtp:Port", "70000", "Port")]
    [InlineData("Mail:Smtp:CertificateSha256", "abc", "CertificateSha256")]
    [InlineData("Mail:Smtp:ClientName", "a b", "ClientName")]
    [InlineData("Mail:Smtp:UserName", "me", "UserName and Password belong together")]
    public async Task Wrong_settings_are_named_at_the_start(string key, string value, string complaint)
    {
        await using var provider = Provider((key, value));

        var thrown = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(complaint, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_would_travel_unencrypted_stops_the_start()
    {
        await using var provider = Provider(("Mail:Smtp:UserName", "me"), ("Mail:Smtp:Password", "secret"), ("Mail:Smtp:Security", "None"));

        var thrown = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("the password would travel unencrypted", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", thrown.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Provider(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
        return new ServiceCollection().AddMail(configuration).BuildServiceProvider();
    }
}
