using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Connections.Web.Features.Shared.Navigation;

/// <summary>Where a reader is in a list of pages; the pager partial draws it.</summary>
public sealed record PageOfResults(int Number, int Size, int Total)
{
    public const string Parameter = "page";

    /// <summary>The page that the address asks for, or the nearest there is.</summary>
    public static PageOfResults Asked(HttpRequest request, int size, int total)
    {
        var all = new PageOfResults(1, size, total);
        return int.TryParse(request.Query[Parameter], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? all with { Number = Math.Clamp(number, 1, all.Count) }
            : all;
    }

    public int Count => Math.Max(1, (Total + Size - 1) / Size);

    public int First => Total == 0 ? 0 : ((Number - 1) * Size) + 1;

    public int Last => Math.Min(Number * Size, Total);

    /// <returns>The rows of this page.</returns>
    public IEnumerable<T> Of<T>(IReadOnlyList<T> rows) => rows.Skip(First - 1).Take(Size);

    public bool HasNext => Number < Count;

    public bool HasPrevious => Number > 1;

    /// <summary>Numbers worth showing: the ends, and those next to the current one. A zero stands for a gap.</summary>
    public IReadOnlyList<int> Numbers()
    {
        var shown = Enumerable.Range(1, Count).Where(n => n == 1 || n == Count || Math.Abs(n - Number) <= 1).ToArray();
        return [.. shown.SelectMany((n, i) => i > 0 && n - shown[i - 1] > 1 ? new[] { 0, n } : [n])];
    }

    /// <summary>The address of another page of the same list, with the same filters.</summary>
    public static string Link(HttpRequest request, int number)
    {
        var kept = request.Query.Where(pair => pair.Key is not Parameter).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""));
        return $"{request.PathBase}{request.Path}{new QueryBuilder(kept) { { Parameter, number.ToString(CultureInfo.InvariantCulture) } }}";
    }
}
