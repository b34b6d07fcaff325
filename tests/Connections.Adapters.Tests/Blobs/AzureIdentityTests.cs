using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Core;
using Connections.Adapters.Blobs;
using Connections.Adapters.Tests.Servers;

namespace Connections.Adapters.Tests.Blobs;

/// <summary>The store with an identity instead of a signature. The emulator reads a token's claims, but cannot check who issued it.</summary>
public sealed class AzureIdentityTests(BlobEmulator emulator)
{
    [Fact]
    public async Task With_a_token_files_are_put_got_listed_and_deleted()
    {
        var credential = new Credential(DateTimeOffset.UtcNow.AddHours(1));
        var store = new AzureBlobStore(await emulator.UnsignedContainerAsync($"c{Guid.NewGuid():N}"), credential, emulator.Transport);
        await store.CreateContainerAsync();

        await store.PutAsync("a/é", new MemoryStream("hello"u8.ToArray()), "text/plain");

        await using (var blob = await store.GetAsync("a/é"))
        {
            Assert.Equal("hello", await new StreamReader(blob!.Content).ReadToEndAsync());
        }

        Assert.Equal(["a/é"], await store.ListAsync("").ToListAsync());
        Assert.True(await store.DeleteAsync("a/é"));
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes.Distinct());
    }

    [Fact]
    public async Task With_a_token_that_has_run_out_nothing_is_given()
    {
        var store = new AzureBlobStore(await emulator.UnsignedContainerAsync("any"), new Credential(DateTimeOffset.UtcNow.AddHours(-1)), emulator.Transport);

        var thrown = await Assert.ThrowsAsync<RequestFailedException>(() => store.GetAsync("a"));

        Assert.Equal(403, thrown.Status);
        Assert.Contains("The token is expired.", thrown.Message, StringComparison.Ordinal);
    }

    private sealed class Credential(DateTimeOffset end) : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            var claims = new Dictionary<string, object>
            {
                ["aud"] = "https://storage.azure.com",
                ["iss"] = "https://sts.windows.net/00000000-0000-0000-0000-000000000000/",
                ["iat"] = end.AddHours(-2).ToUnixTimeSeconds(),
                ["nbf"] = end.AddHours(-2).ToUnixTimeSeconds(),
                ["exp"] = end.ToUnixTimeSeconds(),
            };
            var token = string.Join('.', Part("""{"alg":"RS256","typ":"JWT"}"""), Part(JsonSerializer.Serialize(claims)), Part("signature"));
            return new AccessToken(token, DateTimeOffset.UtcNow.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));

        private static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
    }
}
