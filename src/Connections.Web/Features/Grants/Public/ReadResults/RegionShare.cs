namespace Connections.Web.Features.Grants.Public.ReadResults;

/// <summary>How many of a group applied and how many of them were given an award, with the range of shares that fits.</summary>
/// <param name="Names">The group's name; several where small groups were joined.</param>
public sealed record RegionShare(IReadOnlyList<string> Names, int Applied, int Awarded)
{
    /// <summary>A smaller group could show what came of one applicant.</summary>
    public const int Smallest = 8;

    private const double Z = 1.959964;

    public double Share => Applied == 0 ? 0 : (double)Awarded / Applied;

    /// <summary>Lower end of the 95 % Wilson interval.</summary>
    public double Low => Math.Max(0, Centre - Half);

    public double High => Math.Min(1, Centre + Half);

    private double Centre => (Share + (Z * Z / (2 * Applied))) / (1 + (Z * Z / Applied));

    private double Half => Z / (1 + (Z * Z / Applied)) * Math.Sqrt((Share * (1 - Share) / Applied) + (Z * Z / (4.0 * Applied * Applied)));

    /// <summary>Joins the two smallest groups until none is small. Largest first.</summary>
    /// <remarks>Two are joined, never one left out, so that no group can be worked out from the total.</remarks>
    public static IReadOnlyList<RegionShare> Join(IEnumerable<RegionShare> groups)
    {
        var rest = groups.OrderBy(g => g.Applied).ThenBy(g => g.Names[0], StringComparer.Ordinal).ToList();
        while (rest.Count > 1 && rest[0].Applied < Smallest)
        {
            var joined = new RegionShare([.. rest[0].Names.Concat(rest[1].Names).Order(StringComparer.Ordinal)], rest[0].Applied + rest[1].Applied, rest[0].Awarded + rest[1].Awarded);
            rest = [.. rest.Skip(2).Append(joined).OrderBy(g => g.Applied).ThenBy(g => g.Names[0], StringComparer.Ordinal)];
        }

        rest.Reverse();
        return rest is [{ Applied: < Smallest }] ? [] : rest;
    }
}
