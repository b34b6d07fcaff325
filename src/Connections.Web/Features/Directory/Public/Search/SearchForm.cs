using System.Globalization;
using Connections.Data.Listings.Search;
using Microsoft.AspNetCore.Http.Extensions;

namespace Connections.Web.Features.Directory.Public.Search;

/// <summary>A search as its address says it. What makes no sense in an address is left out, never an error.</summary>
public sealed record SearchForm(
    string Text,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<string> Countries,
    IReadOnlyList<string> Languages,
    IReadOnlyList<string> Meets,
    int Page,
    bool IsMap)
{
    public const int PageSize = 20;

    /// <summary>Several kinds ticked before, which the one kind of the select replaces.</summary>
    public const string KeptKinds = "kinds";
    private const int MostValues = 50;

    public static SearchForm From(IQueryCollection query) => new(
        Cut(query["q"].ToString()),
        Values(query, "kind") is { Count: > 0 } kinds ? kinds : Values(query, KeptKinds),
        Values(query, "country"),
        Values(query, "language"),
        Values(query, "meets"),
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1,
        query["view"] == "map");

    public DirectoryQuery ToQuery() => new(Text, Kinds, Countries, Languages, Meets, Page, PageSize);

    /// <summary>Something was typed, and nothing in it is a letter or a figure: signs and pictures alone are in no index.</summary>
    public bool HasNothingToFind => Text.Trim().Length > 0 && FoldedText.Words(Text).Count == 0;

    public bool IsNarrowed => Kinds.Count + Countries.Count + Languages.Count + Meets.Count > 0;

    /// <returns>What is ticked, for a form that asks for other words and has a select for one kind.</returns>
    public IEnumerable<(string Name, string Value)> Kept() =>
        [
            .. Kinds.Count > 1 ? Kinds.Select(v => (KeptKinds, v)) : [],
            .. Countries.Select(v => ("country", v)), .. Languages.Select(v => ("language", v)), .. Meets.Select(v => ("meets", v)),
        ];

    /// <returns>The address of the same search, as a list or as a map.</returns>
    public string Link(bool asMap) => DirectoryLinks.Search + Query(asMap);

    public string FileLink() => DirectoryLinks.Search + ".csv" + Query(asMap: false);

    private string Query(bool asMap)
    {
        var query = new QueryBuilder();
        if (Text.Length > 0)
        {
            query.Add("q", Text);
        }

        query.Add("kind", Kinds);
        query.Add("country", Countries);
        query.Add("language", Languages);
        query.Add("meets", Meets);
        if (asMap)
        {
            query.Add("view", "map");
        }

        return query.ToString();
    }

    private static string Cut(string text) => text.Length <= DirectoryQuery.TextLength ? text : text[..DirectoryQuery.TextLength];

    private static IReadOnlyList<string> Values(IQueryCollection query, string name) =>
        [.. query[name].OfType<string>().Where(v => v.Length is > 0 and <= 40).Distinct().Take(MostValues)];
}
