using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Connections.Web.Features.Accounts.SigningIn;

/// <summary>A secret that is handed out once and kept here only as its hash.</summary>
internal static class SecretToken
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
