using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Connections.Web.Features.Accounts.Public.DevelopmentSignIn;

/// <summary>One-time sign-in links that are printed when the host starts in Development, so that every side of the
/// portal is one click away. They exist in this process's memory only, and in no other environment at all.</summary>
public sealed class DevelopmentSignIns
{
    private readonly ConcurrentDictionary<string, Guid> waiting = new(StringComparer.Ordinal);

    public DevelopmentSignIns(IHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
        {
            throw new InvalidOperationException($"Development sign-ins do not exist in the environment {environment.EnvironmentName}.");
        }
    }

    public string Issue(Guid account)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        waiting[token] = account;
        return $"{DevelopmentSignInEndpoint.Path}/{token}";
    }

    public Guid? Take(string token) => waiting.TryRemove(token, out var account) ? account : null;
}
