using System.Globalization;

namespace Connections.Web.Features.Shared.Drawing;

/// <summary>Numbers as SVG wants them, whatever the page's language.</summary>
public static class SvgText
{
    public static string Number(double value) => (Math.Round(value, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);

    public static string Percent(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    public static string Pair(Point point) => $"{Number(point.X)} {Number(point.Y)}";
}
