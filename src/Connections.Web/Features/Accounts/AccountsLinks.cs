namespace Connections.Web.Features.Accounts;

public static class AccountsLinks
{
    public const string SignInPath = "/sign-in";
    public const string ReturnPathParameter = "returnPath";
    public const string Account = "/account";
    public const string SignOut = "/sign-out";
    public const string SignInSent = "/sign-in/sent";
    public const string Passkeys = "/account/passkeys";
    public const string Authenticator = "/account/authenticator";
    public const string Export = "/account/export";
    public const string Erase = "/account/erase";
    public const string Erased = "/erased";
    public const string People = "/staff/people";
    public const string AuditRecord = "/staff/audit";

    public static string SignIn(string? returnPath = null) => WithReturn(SignInPath, returnPath);

    public static string SecondFactor(string? returnPath = null) => WithReturn("/sign-in/second-factor", returnPath);

    public static string SignInLink(string token) => $"/sign-in/link/{token}";

    public static string Welcome(string? returnPath = null) => WithReturn("/account/welcome", returnPath);

    public static string PasskeysFor(string? returnPath) => WithReturn(Passkeys, returnPath);

    public static string AuthenticatorFor(string? returnPath) => WithReturn(Authenticator, returnPath);

    public static string Person(Guid account) => $"{People}/{account}";

    /// <summary>The address asked for, to come back to. Only a page that was read can be returned to.</summary>
    public static string? Here(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : null;

    /// <returns>The path if it stays on this site, otherwise null.</returns>
    public static string? Safe(string? returnPath) =>
        returnPath is { Length: > 1 and <= 500 } path && path[0] == '/' && path[1] is not ('/' or '\\') && !path.Any(char.IsControl)
            ? path
            : null;

    private static string WithReturn(string path, string? returnPath) =>
        Safe(returnPath) is { } safe ? $"{path}?{ReturnPathParameter}={Uri.EscapeDataString(safe)}" : path;
}
