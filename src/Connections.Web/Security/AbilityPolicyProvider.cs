using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Connections.Web.Security;

/// <summary>Makes a policy of an ability's name, so that a page can say <c>[Authorize(Policy = "directory.moderate")]</c>
/// and nobody registers policies one by one. A name that no role has opens to nobody.</summary>
internal sealed class AbilityPolicyProvider(IOptions<AuthorizationOptions> options) : IAuthorizationPolicyProvider
{
    private static readonly AuthorizationPolicy SignedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();

    private static readonly AuthorizationPolicy AnyStaff =
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(context => context.User.IsStaff && context.User.HasSecondFactor).Build();

    public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => Task.FromResult(options.Value.DefaultPolicy);

    public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => Task.FromResult(options.Value.FallbackPolicy);

    public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        Task.FromResult<AuthorizationPolicy?>(policyName switch
        {
            RoleAbilities.SignedIn => SignedIn,
            RoleAbilities.AnyStaff => AnyStaff,
            _ => new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new AbilityRequirement(policyName)).Build(),
        });
}
