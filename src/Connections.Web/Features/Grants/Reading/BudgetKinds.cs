using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Reading;

/// <summary>Names of the kinds of cost. A form may have kinds of its own, which are shown by their key.</summary>
public static class BudgetKinds
{
    private static readonly string[] Known = ["venue", "materials", "equipment", "travel", "access", "fees", "communications", "other"];

    public static string Name(string key, IStringLocalizer texts) => Known.Contains(key) ? texts[$"Budget.Kind.{key}"] : key;
}
