using System.Diagnostics;
using System.Text.Json;
using Connections.Adapters.Mail.Smtp;
using Connections.Adapters.Tests.Servers;

[assembly: AssemblyFixture(typeof(MailSink))]

namespace Connections.Adapters.Tests.Servers;

/// <summary>The Node mail server of <c>eng/test-servers/sink.mjs</c>, started once when the first test asks for it.</summary>
public sealed class MailSink : IAsyncDisposable
{
    public const string UserName = "relay-user";
    public const string Password = "correct horse £ battery";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly string folder = Directory.CreateTempSubdirectory("mail-sink-").FullName;
    private readonly Lazy<Task<Dictionary<string, int>>> ports;
    private Process? process;

    public MailSink()
    {
        ports = new(StartAsync);
    }

    public string CertificateSha256 { get; private set; } = "";

    /// <summary>Settings for one of the sink's listeners; the names are those in <c>sink.mjs</c>.</summary>
    public async Task<SmtpOptions> OptionsAsync(string listener, SmtpSecurity security = SmtpSecurity.None)
    {
        var port = (await ports.Value)[listener];
        return new SmtpOptions
        {
            Host = "127.0.0.1",
            Port = port,
            Security = security,
            CertificateSha256 = security is SmtpSecurity.None ? null : CertificateSha256,
            ReplySeconds = 10,
            AcceptSeconds = 10,
        };
    }

    public async Task<SmtpOptions> SignedInOptionsAsync(string listener, SmtpSecurity security)
    {
        var options = await OptionsAsync(listener, security);
        options.UserName = UserName;
        options.Password = Password;
        return options;
    }

    /// <summary>Everything that arrived for a recipient, in order. The sink writes before it says "250", so there is nothing to wait for.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> ReceivedAsync(string recipient)
    {
        var file = Path.Combine(folder, $"{Uri.EscapeDataString(recipient)}.json");
        return File.Exists(file) ? JsonSerializer.Deserialize<List<ReceivedMail>>(await File.ReadAllTextAsync(file), Json)! : [];
    }

    public async ValueTask DisposeAsync()
    {
        await NodeServers.StopAsync(process);
        Directory.Delete(folder, recursive: true);
    }

    private async Task<Dictionary<string, int>> StartAsync()
    {
        var certificate = TestCertificate.Create(folder);
        CertificateSha256 = certificate.Sha256;
        (process, var line) = await NodeServers.StartAsync(["sink.mjs", folder, certificate.CertificateFile, certificate.KeyFile], line => line.StartsWith('{'));
        return JsonSerializer.Deserialize<Dictionary<string, int>>(line)!;
    }
}
