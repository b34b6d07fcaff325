using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Connections.Web.Sites;

/// <param name="Code">BCP 47.</param>
/// <param name="Autonym">What its speakers call it.</param>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c>.</param>
public sealed record Language(string Code, string Name, string Autonym, string Script, string Direction);

/// <summary>The languages of <c>content-seed/reference/languages.json</c>, by name.</summary>
public sealed class Languages
{
    private readonly FrozenDictionary<string, Language> byCode;

    public Languages(SitePack pack)
    {
        All = [.. ReferenceFile.Read<LanguagesFile>(pack, "languages.json").Languages.OrderBy(l => l.Name, StringComparer.Create(new("en-GB"), ignoreCase: true))];
        byCode = All.ToFrozenDictionary(l => l.Code, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<Language> All { get; }

    /// <returns>The name, or the code itself where it is not known.</returns>
    public string Name(string code) => byCode.TryGetValue(code, out var language) ? language.Name : code;

    /// <returns>Which way it is written: <c>ltr</c> where the language is not known.</returns>
    public string Direction(string code) => byCode.TryGetValue(code, out var language) ? language.Direction : "ltr";

    public bool TryFind(string? code, [NotNullWhen(true)] out Language? language)
    {
        language = null;
        return code is not null && byCode.TryGetValue(code, out language);
    }

    private sealed record LanguagesFile(IReadOnlyList<Language> Languages);
}
