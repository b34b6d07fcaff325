using Microsoft.AspNetCore.Authorization;

namespace Connections.Web.Security;

/// <summary>Asks that the person holds a role with this ability.</summary>
public sealed record AbilityRequirement(string Ability) : IAuthorizationRequirement;

internal sealed class AbilityHandler : AuthorizationHandler<AbilityRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AbilityRequirement requirement)
    {
        if (context.User.Can(requirement.Ability))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
