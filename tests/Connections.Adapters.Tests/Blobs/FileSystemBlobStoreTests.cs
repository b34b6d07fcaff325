using Connections.Adapters.Blobs;

namespace Connections.Adapters.Tests.Blobs;

public sealed class FileSystemBlobStoreTests : BlobStoreContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("blobs-").FullName;

    private string Root => Path.Combine(folder, "root");

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return base.DisposeAsync();
    }

    [Fact]
    public async Task Files_lie_under_plain_names_inside_the_root()
    {
        await PutAsync("portraits/2026/Mòrag Æ.webp", "x", "image/webp");

        var file = Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        Assert.Equal("root/portraits+/2026+/%4d%c3%b2rag%20%c3%86.webp.blob", Path.GetRelativePath(folder, file));
        Assert.Equal("image/webp\nx", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task What_a_crash_left_behind_is_not_listed()
    {
        await PutAsync("a", "x");
        await File.WriteAllTextAsync(Path.Combine(Root, ".incoming", "half"), "text/pl");

        Assert.Equal(["a"], await ListAsync(""));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_no_file_behind()
    {
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Store.PutAsync("a", Disposed(), "text/plain"));

        Assert.Empty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_damaged_file_is_named_as_such()
    {
        await PutAsync("a", "x");
        await File.WriteAllBytesAsync(Path.Combine(Root, "a.blob"), new byte[10_000]);

        await Assert.ThrowsAsync<InvalidDataException>(() => Store.GetAsync("a"));
    }

    protected override Task<IBlobStore> NewStoreAsync() => Task.FromResult<IBlobStore>(new FileSystemBlobStore(Root));

    private static MemoryStream Disposed()
    {
        var stream = new MemoryStream();
        stream.Dispose();
        return stream;
    }
}
