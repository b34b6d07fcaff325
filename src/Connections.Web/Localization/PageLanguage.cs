using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Connections.Web.Localization;

/// <summary>The language of the page being written.</summary>
public static class PageLanguage
{
    public const string Parameter = "culture";

    public static string Tag => CultureInfo.CurrentUICulture.Name;

    public static string Direction => CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The same page in another language.</summary>
    public static string Switch(HttpRequest request, CultureInfo language)
    {
        var kept = request.Query.Where(pair => pair.Key is not Parameter).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""));
        var query = new QueryBuilder(kept) { { Parameter, language.Name } };

        return $"{request.PathBase}{request.Path}{query}";
    }
}
