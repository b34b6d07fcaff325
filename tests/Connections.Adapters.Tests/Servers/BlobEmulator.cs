using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core.Pipeline;
using Connections.Adapters.Blobs;
using Connections.Adapters.Tests.Servers;

[assembly: AssemblyFixture(typeof(BlobEmulator))]

namespace Connections.Adapters.Tests.Servers;

/// <summary>Azurite, the emulator of Azure Blob Storage, started once when the first test asks for it.</summary>
public sealed class BlobEmulator : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    // The emulator's published key, the same on every machine.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly string folder = Directory.CreateTempSubdirectory("blob-emulator-").FullName;
    private readonly Lazy<Task<string>> address;
    private readonly Lazy<TestCertificate> certificate;
    private Process? process;

    public BlobEmulator()
    {
        address = new(StartAsync);
        certificate = new(() => TestCertificate.Create(folder));
    }

    /// <summary>Trusts the emulator's own certificate and no other.</summary>
    public HttpPipelineTransport Transport => new HttpClientTransport(new HttpClient(new SocketsHttpHandler
    {
        SslOptions = { CertificateChainPolicy = certificate.Value.TrustOnlyThis() },
    }));

    /// <summary>The address of a container, signed for a part of an hour; it exists once a store has made it.</summary>
    public async Task<Uri> ContainerAsync(string name, string? signature = null) =>
        new($"{await UnsignedContainerAsync(name)}?{signature ?? Sign(TimeSpan.FromMinutes(30))}");

    public async Task<Uri> UnsignedContainerAsync(string name) => new($"{await address.Value}/{Account}/{name}");

    public async Task<AzureBlobStore> NewStoreAsync(int pageSize = 5000)
    {
        var store = new AzureBlobStore(await ContainerAsync($"c{Guid.NewGuid():N}"), transport: Transport) { ListPageSize = pageSize };
        await store.CreateContainerAsync();
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        await NodeServers.StopAsync(process);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A shared access signature for the account's containers and their files.</summary>
    private static string Sign(TimeSpan life)
    {
        const string version = "2022-11-02";
        const string rights = "rwdlac";
        var end = DateTimeOffset.UtcNow.Add(life).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var toSign = string.Join('\n', Account, rights, "b", "co", "", end, "", "https,http", version, "", "");
        var signature = HMACSHA256.HashData(Convert.FromBase64String(Key), Encoding.UTF8.GetBytes(toSign));
        return $"sv={version}&ss=b&srt=co&sp={rights}&se={Uri.EscapeDataString(end)}&spr=https,http&sig={Uri.EscapeDataString(Convert.ToBase64String(signature))}";
    }

    private async Task<string> StartAsync()
    {
        const string ready = "successfully listens on ";
        (process, var line) = await NodeServers.StartAsync(
            [
                "node_modules/azurite/dist/src/blob/main.js", "--blobHost", "127.0.0.1", "--blobPort", "0",
                "--inMemoryPersistence", "--silent", "--skipApiVersionCheck", "--disableTelemetry",
                "--oauth", "basic", "--cert", certificate.Value.CertificateFile, "--key", certificate.Value.KeyFile,
            ],
            line => line.Contains(ready, StringComparison.Ordinal));
        return line[(line.IndexOf(ready, StringComparison.Ordinal) + ready.Length)..].Trim();
    }
}
