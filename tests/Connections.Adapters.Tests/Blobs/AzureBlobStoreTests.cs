using Azure;
using Connections.Adapters.Blobs;
using Connections.Adapters.Tests.Servers;

namespace Connections.Adapters.Tests.Blobs;

public sealed class AzureBlobStoreTests(BlobEmulator emulator) : BlobStoreContract
{
    [Fact]
    public async Task A_list_longer_than_a_page_is_complete()
    {
        var store = await emulator.NewStoreAsync(pageSize: 2);
        for (var i = 0; i < 7; i++)
        {
            await store.PutAsync($"n/{i}", new MemoryStream([1]), "text/plain");
        }

        Assert.Equal(["n/0", "n/1", "n/2", "n/3", "n/4", "n/5", "n/6"], await store.ListAsync("n/").ToListAsync());
    }

    [Fact]
    public async Task A_wrong_signature_is_an_error_and_not_an_empty_store()
    {
        var store = new AzureBlobStore(await emulator.ContainerAsync("any", "sv=2022-11-02&ss=b&srt=co&sp=r&se=2099-01-01T00:00:00Z&spr=https,http&sig=wrong"), transport: emulator.Transport);

        var thrown = await Assert.ThrowsAsync<RequestFailedException>(() => store.GetAsync("a"));

        Assert.Equal(403, thrown.Status);
    }

    [Fact]
    public async Task A_missing_container_is_an_error_and_not_a_missing_file()
    {
        var store = new AzureBlobStore(await emulator.ContainerAsync("not-there"), transport: emulator.Transport);

        await Assert.ThrowsAsync<RequestFailedException>(() => store.GetAsync("a"));
        await Assert.ThrowsAsync<RequestFailedException>(() => store.ExistsAsync("a"));
        await Assert.ThrowsAsync<RequestFailedException>(() => store.DeleteAsync("a"));
    }

    [Fact]
    public async Task Making_a_container_twice_does_no_harm()
    {
        var store = await emulator.NewStoreAsync();
        await store.PutAsync("a", new MemoryStream([1]), "text/plain");

        await store.CreateContainerAsync();

        Assert.True(await store.ExistsAsync("a"));
    }

    protected override async Task<IBlobStore> NewStoreAsync() => await emulator.NewStoreAsync();
}
