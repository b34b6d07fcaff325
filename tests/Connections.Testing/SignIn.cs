using System.Security.Claims;
using Connections.Data.Identity;
using Connections.Domain.Shared;
using Connections.Testing.Html;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Connections.Testing;

/// <summary>Signs people in by giving their browser the cookie that the application itself would give.</summary>
public static class SignIn
{
    private static int people;

    /// <summary>Stores a person who holds these roles.</summary>
    public static async Task<AccountId> PersonAsync(this ConnectionsHost host, params string[] roles)
    {
        var number = Interlocked.Increment(ref people);
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = $"person{number}@example.org",
            Email = $"person{number}@example.org",
            EmailConfirmed = true,
            DisplayName = $"Person {number}",
            CreatedAt = host.Services.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        await using var scope = host.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        Check(await accounts.CreateAsync(account));
        foreach (var role in roles)
        {
            var known = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<Guid>>>();
            if (!await known.RoleExistsAsync(role))
            {
                Check(await known.CreateAsync(new IdentityRole<Guid>(role) { Id = Guid.CreateVersion7() }));
            }

            Check(await accounts.AddToRoleAsync(account, role));
        }

        return account.AccountId;
    }

    /// <summary>A new person with these roles, signed in, the second factor given.</summary>
    public static async Task<Visitor> SignedInAsync(this ConnectionsHost host, params string[] roles) =>
        await host.SignedInAsync(await host.PersonAsync(roles));

    public static async Task<Visitor> SignedInAsync(this ConnectionsHost host, AccountId person, bool secondFactor = true)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var account = await services.GetRequiredService<UserManager<Account>>().FindByIdAsync(person.ToString())
            ?? throw new InvalidOperationException($"There is no account {person}.");
        var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        if (secondFactor)
        {
            principal.Identities.First().AddClaim(new Claim("amr", "mfa"));
        }

        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var ticket = new AuthenticationTicket(
            principal,
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan },
            IdentityConstants.ApplicationScheme);

        var visitor = host.Visitor();
        visitor.Person = person;
        visitor.Cookies.Set(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket));
        return visitor;
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(result.ToString());
        }
    }
}
