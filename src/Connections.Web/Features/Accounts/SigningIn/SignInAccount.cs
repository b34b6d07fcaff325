using System.Security.Claims;
using Connections.Data.Identity;
using Connections.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace Connections.Web.Features.Accounts.SigningIn;

/// <summary>Begins a sign-in, and says in it whether a second factor was given.</summary>
public sealed class SignInAccount(SignInManager<Account> signIn)
{
    public Task HandleAsync(Account account, bool withSecondFactor) =>
        signIn.SignInWithClaimsAsync(
            account,
            isPersistent: true,
            withSecondFactor ? [new Claim(SignedInPerson.MethodClaim, SignedInPerson.SecondFactor)] : []);
}
