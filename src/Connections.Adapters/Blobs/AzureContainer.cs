using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Connections.Adapters.Blobs;

/// <summary>Requests to one container of Azure Blob Storage; Azure.Core's pipeline retries, logs without secrets, and traces.</summary>
internal sealed class AzureContainer
{
    private const string ApiVersion = "2025-01-05";
    private const string Scope = "https://storage.azure.com/.default";

    private readonly HttpPipeline pipeline;
    private readonly string address;
    private readonly string signature;

    /// <param name="container">Its address; a query is taken for a shared access signature and is then the credential.</param>
    /// <param name="credential">Who we are, where the address carries no signature.</param>
    /// <param name="transport">How requests travel, where that is not the ordinary way (a certificate of one's own, say).</param>
    public AzureContainer(Uri container, TokenCredential? credential, HttpPipelineTransport? transport)
    {
        address = container.GetLeftPart(UriPartial.Path).TrimEnd('/');
        signature = container.Query.TrimStart('?');
        HttpPipelinePolicy[] perRetry = credential is null ? [] : [new BearerTokenAuthenticationPolicy(credential, Scope)];
        pipeline = HttpPipelineBuilder.Build(new Settings(transport), [new VersionPolicy()], perRetry, new ResponseClassifier());
    }

    /// <summary>Sends one request. A status other than those expected throws <see cref="RequestFailedException"/>.</summary>
    /// <param name="name">A file's name, or null for the container itself.</param>
    public async Task<HttpMessage> SendAsync(
        RequestMethod method, string? name, string query, int[] expected, CancellationToken ct, Action<Request>? prepare = null, bool isBuffered = true)
    {
        var message = pipeline.CreateMessage();
        try
        {
            message.BufferResponse = isBuffered;
            message.Request.Method = method;
            message.Request.Uri.Reset(Address(name, query));
            prepare?.Invoke(message.Request);
            await pipeline.SendAsync(message, ct);
            return IsExpected(message.Response, expected) ? message : throw new RequestFailedException(message.Response);
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    // A missing container is a wrong setting, and must not pass for a missing file.
    private static bool IsExpected(Response response, int[] expected) =>
        expected.Contains(response.Status)
        && !(response.Headers.TryGetValue("x-ms-error-code", out var code) && code == "ContainerNotFound");

    private Uri Address(string? name, string query)
    {
        var path = name is null ? "" : "/" + string.Join('/', name.Split('/').Select(Uri.EscapeDataString));
        var queries = string.Join('&', new[] { query, signature }.Where(part => part.Length > 0));
        return new Uri(queries.Length > 0 ? $"{address}{path}?{queries}" : $"{address}{path}");
    }

    private sealed class Settings : ClientOptions
    {
        public Settings(HttpPipelineTransport? transport)
        {
            Transport = transport ?? Transport;

            // One upload is one request, however large the file.
            Retry.NetworkTimeout = TimeSpan.FromMinutes(10);
        }
    }

    private sealed class VersionPolicy : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            message.Request.Headers.SetValue("x-ms-version", ApiVersion);
            message.Request.Headers.SetValue("x-ms-date", DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture));
        }
    }
}
