namespace Connections.Web.Features.Accounts;

/// <summary>Names the text resource of this feature.</summary>
public sealed class AccountsText;
