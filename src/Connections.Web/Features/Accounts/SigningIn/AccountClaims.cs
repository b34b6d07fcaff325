using System.Security.Claims;
using Connections.Data.Identity;
using Connections.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Connections.Web.Features.Accounts.SigningIn;

/// <summary>Puts into the sign-in what every page shows, so that no page asks the database for it.</summary>
internal sealed class AccountClaims(UserManager<Account> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account, IdentityRole<Guid>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(SignedInPerson.NameClaim, user.DisplayName));
        identity.AddClaim(new Claim(SignedInPerson.LanguageClaim, user.Language));
        if (user.TimeZone is { } zone)
        {
            identity.AddClaim(new Claim(SignedInPerson.TimeZoneClaim, zone));
        }

        return identity;
    }
}
