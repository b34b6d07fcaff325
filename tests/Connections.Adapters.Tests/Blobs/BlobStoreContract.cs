using System.Text;
using Connections.Adapters.Blobs;
using FsCheck;
using FsCheck.Fluent;

namespace Connections.Adapters.Tests.Blobs;

/// <summary>What every store promises, whatever is behind it.</summary>
public abstract class BlobStoreContract : IAsyncLifetime
{
    private static readonly Gen<string> Names =
        Gen.OneOf(
                Gen.Elements("a", "A", "ä", "a\u0308", "日本語", "👩‍👩‍👧‍👦", "العربية", "a b", "a+b", "a%2Fb", "50%", "x&y=z", "#1", "?q", "~", "a~", "a+", ".blob", "a.blob", "...a", "<>|:*\"'", ";", " x ", "%", "$logs"),
                ArbMap.Default.GeneratorFor<NonEmptyString>().Select(text => text.Get))
            .NonEmptyListOf().Select(parts => string.Join('/', parts))
            .Where(name => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)) == name)
            .Where(name => !name.Any(c => char.IsControl(c) || c is '\\' or '\uFFFE' or '\uFFFF'))
            .Where(name => name.Split('/').All(part => part.Length > 0 && !part.EndsWith('.')) && Encoding.UTF8.GetByteCount(name) <= 1024);

    protected IBlobStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Store = await NewStoreAsync();

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000_000)]
    public async Task What_was_put_is_got_back(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);

        await Store.PutAsync("a/b.bin", new MemoryStream(content), "application/octet-stream");

        await using var blob = await Store.GetAsync("a/b.bin");
        Assert.Equal("application/octet-stream", blob!.ContentType);
        Assert.Equal(length, blob.Length);
        Assert.Equal(content, await ReadAsync(blob));
        Assert.True(await Store.ExistsAsync("a/b.bin"));
    }

    [Fact]
    public async Task A_second_put_replaces_content_and_type()
    {
        await PutAsync("a", "first and longer", "text/plain; charset=utf-8");
        await PutAsync("a", "second", "text/csv");

        await using var blob = await Store.GetAsync("a");
        Assert.Equal(("text/csv", 6L, "second"), (blob!.ContentType, blob.Length, Encoding.UTF8.GetString(await ReadAsync(blob))));
        Assert.Equal(["a"], await ListAsync(""));
    }

    [Fact]
    public async Task What_is_not_there_is_answered_and_not_thrown()
    {
        Assert.Null(await Store.GetAsync("nothing/here"));
        Assert.False(await Store.ExistsAsync("nothing/here"));
        Assert.False(await Store.DeleteAsync("nothing/here"));
        Assert.Empty(await ListAsync("nothing/"));
    }

    [Fact]
    public async Task A_deleted_file_is_gone_and_its_neighbours_are_not()
    {
        await PutAsync("a", "1");
        await PutAsync("a/b", "2");

        Assert.True(await Store.DeleteAsync("a"));
        Assert.False(await Store.DeleteAsync("a"));

        Assert.Null(await Store.GetAsync("a"));
        Assert.Equal(["a/b"], await ListAsync(""));
    }

    [Fact]
    public async Task A_list_holds_every_name_with_the_prefix_and_no_other()
    {
        string[] names = ["a", "A", "a/b", "a/bc", "a/b/c", "ab", "b/a", "ä/b", "a b/c", "a%2Fb"];
        foreach (var name in names)
        {
            await PutAsync(name, name);
        }

        Assert.Equal(names.Order(StringComparer.Ordinal), await ListAsync(""));
        Assert.Equal(["a/b", "a/b/c", "a/bc"], await ListAsync("a/"));
        Assert.Equal(["a/b", "a/b/c", "a/bc"], await ListAsync("a/b"));
        Assert.Equal(["a/b/c"], await ListAsync("a/b/"));
        Assert.Equal(["ä/b"], await ListAsync("ä"));
        Assert.Equal(["A"], await ListAsync("A"));
        Assert.Empty(await ListAsync("c"));
    }

    [Fact]
    public void Any_lawful_name_is_kept_exactly() =>
        Prop.ForAll(Names.ToArbitrary(), name => CheckNameAsync(name).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public async Task The_longest_name_is_kept_exactly()
    {
        await CheckNameAsync(new string('é', 500) + "/" + new string('z', 23));
        await CheckNameAsync(string.Join('/', Enumerable.Repeat("é", 200)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/etc/passwd")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../a")]
    [InlineData("a/../b")]
    [InlineData("a/./b")]
    [InlineData("a/..")]
    [InlineData("a.")]
    [InlineData("a\\..\\b")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("a\uFFFFb")]
    public async Task A_wrong_name_is_refused_everywhere(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => PutAsync(name, "x"));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.GetAsync(name));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.ExistsAsync(name));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.DeleteAsync(name));
        Assert.Empty(await ListAsync(""));
    }

    [Fact]
    public async Task A_name_too_long_too_deep_or_malformed_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => PutAsync("a\uD800b", "x"));
        await Assert.ThrowsAsync<ArgumentException>(() => PutAsync(new string('a', 1025), "x"));
        await Assert.ThrowsAsync<ArgumentException>(() => PutAsync(string.Join('/', Enumerable.Repeat("a", 201)), "x"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("text/plain\nX: y")]
    [InlineData("text/plain; =")]
    public async Task A_wrong_content_type_is_refused(string contentType)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => PutAsync("a", "x", contentType));
        Assert.Empty(await ListAsync(""));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_what_was_there()
    {
        await PutAsync("a", "whole");

        await Assert.ThrowsAsync<IOException>(() => Store.PutAsync("a", new BreakingStream(), "text/csv"));
        await Assert.ThrowsAsync<IOException>(() => Store.PutAsync("b", new BreakingStream(), "text/csv"));

        await using var blob = await Store.GetAsync("a");
        Assert.Equal(("text/plain", "whole"), (blob!.ContentType, Encoding.UTF8.GetString(await ReadAsync(blob))));
        Assert.Equal(["a"], await ListAsync(""));
    }

    [Fact]
    public async Task A_reader_never_sees_half_of_two_versions()
    {
        string[] versions = [new string('a', 200_000), new string('b', 3)];
        await PutAsync("x", versions[0], "text/plain");

        var writing = Task.Run(async () =>
        {
            for (var i = 1; i <= 60; i++)
            {
                await PutAsync("x", versions[i % 2], i % 2 == 0 ? "text/plain" : "text/csv");
            }
        });
        do
        {
            await using var blob = await Store.GetAsync("x");
            var isFirst = blob!.ContentType == "text/plain";
            Assert.Equal(versions[isFirst ? 0 : 1], Encoding.UTF8.GetString(await ReadAsync(blob)));
        }
        while (!writing.IsCompleted);

        await writing;
    }

    [Fact]
    public async Task The_content_can_only_be_read_forward()
    {
        await PutAsync("a", "x");

        await using var blob = await Store.GetAsync("a");

        Assert.False(blob!.Content.CanSeek);
    }

    protected abstract Task<IBlobStore> NewStoreAsync();

    protected Task PutAsync(string name, string content, string contentType = "text/plain") =>
        Store.PutAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(content)), contentType);

    protected async Task<List<string>> ListAsync(string prefix)
    {
        List<string> names = [];
        await foreach (var name in Store.ListAsync(prefix))
        {
            names.Add(name);
        }

        return [.. names.Order(StringComparer.Ordinal)];
    }

    private static async Task<byte[]> ReadAsync(StoredBlob blob)
    {
        var content = new MemoryStream();
        await blob.Content.CopyToAsync(content);
        return content.ToArray();
    }

    private async Task CheckNameAsync(string name)
    {
        await PutAsync(name, name);

        await using (var blob = await Store.GetAsync(name))
        {
            Assert.Equal(name, Encoding.UTF8.GetString(await ReadAsync(blob!)));
        }

        Assert.Equal([name], await ListAsync(""));
        Assert.Equal([name], await ListAsync(name));
        Assert.True(await Store.DeleteAsync(name));
    }

    /// <summary>An upload whose sender goes away half-way.</summary>
    private sealed class BreakingStream : MemoryStream
    {
        private int left = 3;

        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => Break();

        public override int Read(Span<byte> buffer) => Break();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Break());

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            var buffer = new byte[1000];
            while (Break() is var read and > 0)
            {
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }

        private int Break() => left-- > 0 ? 1000 : throw new IOException("The sender went away.");
    }
}
