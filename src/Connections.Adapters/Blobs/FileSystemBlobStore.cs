using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;

namespace Connections.Adapters.Blobs;

/// <summary>Files below one folder. Each holds its content type on the first line and its content after it, so both change as one.</summary>
public sealed class FileSystemBlobStore(string root) : IBlobStore
{
    private const string Incoming = ".incoming";
    private const int LongestHeader = 4096;

    private readonly string root = Path.GetFullPath(root);

    public async Task PutAsync(string name, Stream content, string contentType, CancellationToken ct = default)
    {
        BlobRules.RequireName(name);
        BlobRules.RequireContentType(contentType);
        var target = BlobPath.File(root, name);
        var folder = Path.GetDirectoryName(target)!;
        var temporary = Path.Combine(root, Incoming, Path.GetRandomFileName());
        var known = FolderSync.Create(folder);
        Directory.CreateDirectory(Path.GetDirectoryName(temporary)!);
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true))
            {
                await file.WriteAsync(Encoding.UTF8.GetBytes(contentType + "\n"), ct);
                await content.CopyToAsync(file, ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
            FolderSync.Flush(folder, known);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    public async Task<StoredBlob?> GetAsync(string name, CancellationToken ct = default)
    {
        BlobRules.RequireName(name);
        FileStream file;
        try
        {
            file = new FileStream(BlobPath.File(root, name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, useAsync: true);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        var length = file.Length;
        var reader = PipeReader.Create(file, new StreamPipeReaderOptions(bufferSize: 64 * 1024));
        try
        {
            var (contentType, header) = await ReadHeaderAsync(reader, ct);
            return new StoredBlob(reader.AsStream(), contentType, length - header);
        }
        catch
        {
            await reader.CompleteAsync();
            throw;
        }
    }

    public Task<bool> ExistsAsync(string name, CancellationToken ct = default)
    {
        BlobRules.RequireName(name);
        return Task.FromResult(File.Exists(BlobPath.File(root, name)));
    }

    public Task<bool> DeleteAsync(string name, CancellationToken ct = default)
    {
        BlobRules.RequireName(name);
        var file = BlobPath.File(root, name);
        if (!File.Exists(file))
        {
            return Task.FromResult(false);
        }

        // Empty folders stay: taking them away could take them from under a file that is just arriving.
        File.Delete(file);
        FolderSync.Flush(Path.GetDirectoryName(file)!, Path.GetDirectoryName(file)!);
        return Task.FromResult(true);
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await Task.CompletedTask;
        var folder = BlobPath.Folder(root, prefix[..Math.Max(0, prefix.LastIndexOf('/'))]);
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var file in Directory.EnumerateFiles(folder, $"*{BlobPath.FileEnd}", SearchOption.AllDirectories))
        {
            ct.ThrowIfCancellationRequested();
            var name = BlobPath.Name(root, file);
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield return name;
            }
        }
    }

    private static async Task<(string ContentType, long Length)> ReadHeaderAsync(PipeReader reader, CancellationToken ct)
    {
        while (true)
        {
            var result = await reader.ReadAsync(ct);
            var end = result.Buffer.PositionOf((byte)'\n');
            if (end is { } found)
            {
                var header = result.Buffer.Slice(0, found);
                var contentType = Encoding.UTF8.GetString(header);
                var length = header.Length + 1;
                reader.AdvanceTo(result.Buffer.GetPosition(1, found));
                return (contentType, length);
            }

            if (result.IsCompleted || result.Buffer.Length > LongestHeader)
            {
                throw new InvalidDataException("The stored file is damaged: its first line is missing.");
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }
}
