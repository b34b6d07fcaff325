using Connections.Adapters.Mail;
using Connections.Data.Identity;
using Connections.Web.Features.Accounts.Staff.Person;
using Connections.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace Connections.Web.Verbs;

/// <summary>Grants roles from the machine itself: how a new site gets its first administrator.</summary>
internal static class PeopleVerb
{
    public static async Task<int> GrantAsync(IServiceProvider services, string email, IReadOnlyList<string> roles, string? reason, TextWriter output, CancellationToken ct)
    {
        if (!Mailbox.TryCreate(email, out var mailbox) || roles.Count == 0 || string.IsNullOrWhiteSpace(reason))
        {
            await output.WriteLineAsync("Give an e-mail address, at least one role and --reason \"WHY\".");
            return 2;
        }

        if (roles.FirstOrDefault(role => !Roles.Granted.Contains(role)) is { } unknown)
        {
            await output.WriteLineAsync($"There is no role {unknown}. Roles: {string.Join(", ", Roles.Granted)}.");
            return 2;
        }

        var account = await FindOrCreateAsync(services, mailbox.Address);
        var outcome = await services.GetRequiredService<GrantRoles>().HandleAsync(account, roles, reason, by: null, ct);
        await output.WriteLineAsync(outcome.Succeeded
            ? $"{account.Email} now has: {string.Join(", ", roles)}. They sign in with a mailed link and set up a second proof."
            : $"Nothing changed: {string.Join(", ", outcome.Refusals.Select(r => r.Key))}.");
        return outcome.Succeeded ? 0 : 1;
    }

    private static async Task<Account> FindOrCreateAsync(IServiceProvider services, string email)
    {
        var users = services.GetRequiredService<UserManager<Account>>();
        if (await users.FindByEmailAsync(email) is { } known)
        {
            return known;
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var account = new Account { Id = Guid.CreateVersion7(now), UserName = email, Email = email, CreatedAt = now };
        var result = await users.CreateAsync(account);
        return result.Succeeded ? account : throw new InvalidOperationException(result.ToString());
    }
}
