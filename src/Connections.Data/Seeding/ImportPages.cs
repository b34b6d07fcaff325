using System.Globalization;
using Connections.Domain.Content;
using Microsoft.EntityFrameworkCore;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Connections.Data.Seeding;

/// <summary>Imports <c>pages/*.md</c> and <c>stories/*.md</c>: Markdown under YAML front matter.</summary>
internal sealed class ImportPages(ConnectionsDbContext db) : ISeedImport
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .IgnoreUnmatchedProperties()
        .Build();

    public SeedStage Stage => SeedStage.Pages;

    public async Task HandleAsync(string packFolder, CancellationToken ct)
    {
        var known = await db.Pages.Select(p => p.Id).ToHashSetAsync(ct);
        await ImportAsync(packFolder, "pages", PageKind.Page, known, ct);
        await ImportAsync(packFolder, "stories", PageKind.Story, known, ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task ImportAsync(string packFolder, string folder, PageKind kind, HashSet<PageId> known, CancellationToken ct)
    {
        var directory = Path.Combine(packFolder, folder);
        if (!Directory.Exists(directory))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(directory, "*.md").Order(StringComparer.Ordinal))
        {
            var id = new PageId(SeedIds.For(SeedFile.PackName(packFolder), folder, Path.GetFileNameWithoutExtension(file)));
            if (known.Add(id))
            {
                db.Pages.Add(Read(id, kind, file, await File.ReadAllTextAsync(file, ct)));
            }
        }
    }

    private static Page Read(PageId id, PageKind kind, string file, string text)
    {
        var parts = text.ReplaceLineEndings("\n").Split("---\n", 3, StringSplitOptions.None);
        if (parts is not ["", var yaml, var markdown])
        {
            throw new InvalidDataException($"{Path.GetFileName(file)} has no front matter between two lines of three hyphens.");
        }

        var front = Yaml.Deserialize<FrontMatter>(yaml);
        var path = front.Path?.Trim('/').Split('/')[^1] is { Length: > 0 } last ? last : Path.GetFileNameWithoutExtension(file);
        var updated = DateTimeOffset.Parse(front.Updated ?? "2026-01-01", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new Page(
            id,
            kind,
            path,
            new PageText(front.Title, front.Summary, markdown.Trim(), front.Author, front.Quote, front.QuoteBy, front.Art, front.ArtAlt, front.Order, front.Language),
            updated);
    }

    private sealed class FrontMatter
    {
        public string Title { get; set; } = "";

        public string? Path { get; set; }

        public string Summary { get; set; } = "";

        public string? Author { get; set; }

        public string? Art { get; set; }

        public string? ArtAlt { get; set; }

        public string? Quote { get; set; }

        public string? QuoteBy { get; set; }

        public string? Updated { get; set; }

        public int Order { get; set; }

        public string Language { get; set; } = "en";
    }
}
