using Connections.Web.Features.Accounts;
using Connections.Web.Security.Input;
using Microsoft.AspNetCore.Authentication;

namespace Connections.Web.Security;

/// <summary>Everything under <c>/staff</c>, page or endpoint, asks for a staff role and a second factor. Whoever has no
/// staff role learns nothing: the answer is the same as for a page that does not exist.</summary>
internal sealed class StaffGate(RequestDelegate next)
{
    public const string Area = "/staff";

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsStaffRequest(context))
        {
            return next(context);
        }

        if (!context.User.IsSignedIn)
        {
            return context.ChallengeAsync();
        }

        if (!context.User.IsStaff)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (!context.User.HasSecondFactor)
        {
            if (TypedForm.Is(context.Request))
            {
                return TypedForm.GiveBackUntilSignedInAsync(context, AccountsLinks.SecondFactor(Area));
            }

            context.Response.Redirect(AccountsLinks.SecondFactor(AccountsLinks.Here(context.Request)));
            return Task.CompletedTask;
        }

        return next(context);
    }

    // By the route as well as by the path, so that no spelling of the address goes round the gate.
    private static bool IsStaffRequest(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Area, StringComparison.OrdinalIgnoreCase)
        || (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route }
            && new PathString("/" + route.TrimStart('/')).StartsWithSegments(Area, StringComparison.OrdinalIgnoreCase));
}
