namespace Connections.Adapters.Blobs;

/// <summary>A stored file, open for reading.</summary>
public sealed class StoredBlob(Stream content, string contentType, long length) : IAsyncDisposable
{
    /// <summary>Forward only: it cannot seek, whichever store it comes from.</summary>
    public Stream Content { get; } = content;

    public string ContentType { get; } = contentType;

    public long Length { get; } = length;

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
