using System.Globalization;
using System.Reflection;

namespace Connections.Web.Localization;

/// <summary>Languages this site offers, and those it understands.</summary>
/// <param name="Offered">Shown in the footer; the first is used when nothing else is asked for.</param>
/// <param name="Understood">The offered ones, and outside Production the pseudo-locale and a right-to-left language for checks.</param>
public sealed record SiteLanguages(IReadOnlyList<CultureInfo> Offered, IReadOnlyList<CultureInfo> Understood)
{
    private static readonly string[] ForChecks = [PseudoText.Culture, "ar"];

    /// <summary>Offers the wanted languages whose texts exist: a page must never say it is in a language it is not in.</summary>
    public static SiteLanguages From(CultureInfo own, IEnumerable<string> wanted, IHostEnvironment environment)
    {
        var translated = wanted.Select(CultureInfo.GetCultureInfo).Where(culture => !culture.Equals(own.Parent) && HasTexts(culture));
        CultureInfo[] offered = [own, .. translated];
        var extra = environment.IsProduction() ? [] : ForChecks.Select(CultureInfo.GetCultureInfo);

        return new SiteLanguages(offered, [.. offered.UnionBy(extra, culture => culture.Name)]);
    }

    public CultureInfo? Find(string? tag) =>
        Understood.FirstOrDefault(culture => culture.Name.Equals(tag, StringComparison.OrdinalIgnoreCase));

    private static bool HasTexts(CultureInfo culture)
    {
        try
        {
            return typeof(SiteLanguages).Assembly.GetSatelliteAssembly(culture) is Assembly;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }
}
