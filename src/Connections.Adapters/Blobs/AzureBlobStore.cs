using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Connections.Adapters.Blobs;

/// <summary>Block blobs in one container of Azure Blob Storage.</summary>
/// <remarks>With a credential it needs the role Storage Blob Data Contributor; with a signature, rights to read, write, delete and list.</remarks>
public sealed class AzureBlobStore(Uri container, TokenCredential? credential = null, HttpPipelineTransport? transport = null) : IBlobStore
{
    private readonly AzureContainer requests = new(container, credential, transport);

    public int ListPageSize { get; init; } = 5000;

    /// <summary>Makes the container where it is not there yet. A deployment may rather make it beforehand.</summary>
    public async Task CreateContainerAsync(CancellationToken ct = default) =>
        (await requests.SendAsync(RequestMethod.Put, null, "restype=container", [201, 409], ct)).Dispose();

    public async Task PutAsync(string name, Stream content, string contentType, CancellationToken ct = default)
    {
        BlobRules.RequireName(name);
        BlobRules.RequireContentType(contentType);

        // A request that is tried again reads the content again, and its length is said beforehand.
        await using var copy = content.CanSeek ? null : await CopyAsync(content, ct);
        using var message = await requests.SendAsync(RequestMethod.Put, name, "", [201], ct, request =>
        {
            request.Headers.Add("x-ms-blob-type", "BlockBlob");
            request.Headers.Add("Content-Type", contentType);
            request.Content = RequestContent.Create(copy ?? content);
        });
    }

    public async Task<StoredBlob?> GetAsync(string name, CancellationToken ct = default)
    {
        BlobRules.RequireName(name);
        using var message = await requests.SendAsync(RequestMethod.Get, name, "", [200, 404], ct, isBuffered: false);
        if (message.Response.Status == 404)
        {
            return null;
        }

        var headers = message.Response.Headers;
        return new StoredBlob(message.ExtractResponseContent()!, headers.ContentType ?? "application/octet-stream", headers.ContentLengthLong ?? 0);
    }

    public async Task<bool> ExistsAsync(string name, CancellationToken ct = default)
    {
        BlobRules.RequireName(name);
        using var message = await requests.SendAsync(RequestMethod.Head, name, "", [200, 404], ct);
        return message.Response.Status == 200;
    }

    public async Task<bool> DeleteAsync(string name, CancellationToken ct = default)
    {
        BlobRules.RequireName(name);
        using var message = await requests.SendAsync(RequestMethod.Delete, name, "", [202, 404], ct);
        return message.Response.Status == 202;
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var marker = "";
        do
        {
            var page = await ListPageAsync(prefix, marker, ct);
            foreach (var blob in page.Descendants("Blob"))
            {
                yield return blob.Element("Name")!.Value;
            }

            marker = page.Root!.Element("NextMarker")?.Value ?? "";
        }
        while (marker.Length > 0);
    }

    private static async Task<Stream> CopyAsync(Stream content, CancellationToken ct)
    {
        var copy = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await content.CopyToAsync(copy, ct);
            copy.Position = 0;
            return copy;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    private async Task<XDocument> ListPageAsync(string prefix, string marker, CancellationToken ct)
    {
        var query = string.Create(
            CultureInfo.InvariantCulture,
            $"restype=container&comp=list&maxresults={ListPageSize}&prefix={Uri.EscapeDataString(prefix)}&marker={Uri.EscapeDataString(marker)}");
        using var message = await requests.SendAsync(RequestMethod.Get, null, query, [200], ct);
        return await XDocument.LoadAsync(message.Response.ContentStream!, LoadOptions.PreserveWhitespace, ct);
    }
}
