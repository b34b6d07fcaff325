using System.Globalization;
using System.Text;

namespace Connections.Web.Features.Shared.Drawing;

/// <summary>Writes outlines in few letters: tenths of a unit, each point as the step from the one before.</summary>
public static class SvgPath
{
    public static void Append(StringBuilder path, IReadOnlyList<Point> outline)
    {
        var (x, y) = Tenths(outline[0]);
        path.Append('M').Append(Number(x)).Append(Joined(y)).Append('l');
        var isFirst = true;
        foreach (var point in outline.Skip(1))
        {
            var (nextX, nextY) = Tenths(point);
            if ((nextX, nextY) == (x, y))
            {
                continue;
            }

            path.Append(isFirst ? Number(nextX - x) : Joined(nextX - x)).Append(Joined(nextY - y));
            (x, y, isFirst) = (nextX, nextY, false);
        }

        path.Append('z');
    }

    private static (int X, int Y) Tenths(Point point) => ((int)Math.Round(point.X * 10), (int)Math.Round(point.Y * 10));

    // A minus sign parts two numbers as well as a space does.
    private static string Joined(int tenths) => tenths < 0 ? Number(tenths) : " " + Number(tenths);

    private static string Number(int tenths)
    {
        var text = (tenths / 10.0).ToString("0.#", CultureInfo.InvariantCulture);
        return text.StartsWith("0.", StringComparison.Ordinal) ? text[1..] : text.StartsWith("-0.", StringComparison.Ordinal) ? "-" + text[2..] : text;
    }
}
