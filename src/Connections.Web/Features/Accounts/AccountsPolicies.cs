namespace Connections.Web.Features.Accounts;

public static class AccountsPolicies
{
    public const string Manage = "accounts.manage";
    public const string ReadAudit = "audit.read";
    public const string ExportAudit = "audit.export";
}
