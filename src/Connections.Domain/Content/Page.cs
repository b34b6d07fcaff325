using Connections.Domain.Shared;

namespace Connections.Domain.Content;

/// <summary>An editorial page or story, written in Markdown.</summary>
public sealed class Page : IVersioned
{
    private Page()
    {
    }

    public Page(PageId id, PageKind kind, string path, PageText text, DateTimeOffset publishedAt)
    {
        Id = id;
        Kind = kind;
        Path = path;
        PublishedAt = publishedAt;
        Write(text, publishedAt);
    }

    public PageId Id { get; private set; }

    public PageKind Kind { get; private set; }

    /// <summary>Without slashes at either end: <c>about</c>, or a story's slug.</summary>
    public string Path { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public string Markdown { get; private set; } = "";

    public string? Author { get; private set; }

    /// <summary>A sentence from the story, shown large, and who said it.</summary>
    public string? Quote { get; private set; }

    public string? QuotedPerson { get; private set; }

    /// <summary>Name of the drawing in the site pack's art.</summary>
    public string? Art { get; private set; }

    public string? ArtDescription { get; private set; }

    /// <summary>Lower comes first in lists.</summary>
    public int Order { get; private set; }

    /// <summary>BCP 47 tag of the language it is written in.</summary>
    public string Language { get; private set; } = "en";

    public DateTimeOffset PublishedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public int Version { get; private set; }

    public void Write(PageText text, DateTimeOffset now)
    {
        (Title, Summary, Markdown, Author, Quote, QuotedPerson, Art, ArtDescription, Order, Language) = text;
        UpdatedAt = now;
    }
}

/// <summary>Everything of a page that its author writes.</summary>
public sealed record PageText(
    string Title,
    string Summary,
    string Markdown,
    string? Author,
    string? Quote,
    string? QuotedPerson,
    string? Art,
    string? ArtDescription,
    int Order,
    string Language);
