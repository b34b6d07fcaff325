namespace Connections.Adapters.Blobs;

/// <summary>Keeps files under names such as <c>portraits/2026/a1.webp</c>. A file is there whole or not at all.</summary>
/// <remarks>
/// A name has parts parted by slashes and may hold any Unicode text but control characters and backslashes; it is
/// compared exactly. A wrong name is a mistake of the program and throws <see cref="ArgumentException"/>.
/// </remarks>
public interface IBlobStore
{
    /// <summary>Stores the whole stream, in place of what was there under the name.</summary>
    Task PutAsync(string name, Stream content, string contentType, CancellationToken ct = default);

    /// <summary>The file to be read once from its start, or null. The caller disposes it.</summary>
    Task<StoredBlob?> GetAsync(string name, CancellationToken ct = default);

    Task<bool> ExistsAsync(string name, CancellationToken ct = default);

    /// <summary>False when there was nothing to delete.</summary>
    Task<bool> DeleteAsync(string name, CancellationToken ct = default);

    /// <summary>Every name that begins with <paramref name="prefix"/> (all of them when it is empty), in no promised order.</summary>
    IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken ct = default);
}
