using System.Globalization;

namespace Connections.Web.Features.Grants.Public.ReadResults;

/// <summary>Where a value lies on a drawing: from <paramref name="Left"/> at <paramref name="From"/> to <paramref name="Right"/> at <paramref name="To"/>.</summary>
public sealed record Scale(double From, double To, double Left, double Right)
{
    /// <returns>In the notation of SVG, whatever the reader's language.</returns>
    public string At(double value) => Number(Left + ((value - From) / (To - From) * (Right - Left)));

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
