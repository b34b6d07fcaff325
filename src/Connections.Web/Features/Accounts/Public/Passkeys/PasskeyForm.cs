namespace Connections.Web.Features.Accounts.Public.Passkeys;

/// <summary>A button that asks the browser for a passkey and posts its answer.</summary>
/// <param name="Ceremony"><c>get</c> to sign in with one, <c>create</c> to make one.</param>
/// <param name="Action">Where the browser's answer is posted.</param>
public sealed record PasskeyForm(string Ceremony, string Action, string Button, string? ReturnPath);
