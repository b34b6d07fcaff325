using System.Globalization;
using System.Security.Claims;
using Connections.Domain.Shared;

namespace Connections.Web.Security;

/// <summary>What the sign-in says about the person, read from its claims without a query.</summary>
public static class SignedInPerson
{
    /// <summary>How the person proved who they are (RFC 8176): <c>mfa</c> once a second factor was given.</summary>
    public const string MethodClaim = "amr";
    public const string SecondFactor = "mfa";
    public const string NameClaim = "name";
    public const string LanguageClaim = "locale";
    public const string TimeZoneClaim = "zoneinfo";

    extension(ClaimsPrincipal user)
    {
        public bool IsSignedIn => user.Identity?.IsAuthenticated is true;

        public string DisplayName => user.FindFirstValue(NameClaim) ?? "";

        /// <summary>IANA time zone that the person chose, if one.</summary>
        public string? TimeZone => user.FindFirstValue(TimeZoneClaim);

        public bool IsStaff => user.FindAll(ClaimTypes.Role).Any(role => Roles.Staff.Contains(role.Value));

        public bool HasSecondFactor => user.HasClaim(MethodClaim, SecondFactor);

        public AccountId? AccountIdOrNull =>
            Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? new AccountId(id) : null;

        /// <summary>The account that is signed in. Only for pages that ask for a sign-in.</summary>
        public AccountId AccountId() => user.AccountIdOrNull ?? throw new InvalidOperationException("Nobody is signed in.");

        /// <summary>Whether a role of the person has the ability. A staff role counts once the second factor was given.</summary>
        public bool Can(string ability) =>
            user.FindAll(ClaimTypes.Role).Any(role =>
                RoleAbilities.Has(role.Value, ability) && (!Roles.Staff.Contains(role.Value) || user.HasSecondFactor));
    }
}
