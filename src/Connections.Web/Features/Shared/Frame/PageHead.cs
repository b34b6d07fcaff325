using Connections.Domain.Shared;

namespace Connections.Web.Features.Shared.Frame;

/// <summary>What a page tells its layout. Every page sets one: <c>ViewData.SetHead(new PageHead(T["Title"]));</c></summary>
/// <param name="Title">The page's name, without the site's.</param>
public sealed record PageHead(string Title)
{
    /// <summary>The page's name as it may stand beside the site's, whoever wrote it.</summary>
    public string Title { get; } = OneLine.Of(Title);

    /// <summary>One sentence for search engines and shared links.</summary>
    public string? Description { get; init; }

    /// <summary>The pages above this one; the frame adds the home page in front and this page at the end.</summary>
    public IReadOnlyList<Crumb>? Trail { get; init; }

    /// <summary>Whether the frame draws the place's pattern above the footer: once a page, so not where the page draws it itself.</summary>
    public bool HasMotif { get; init; } = true;

    /// <summary>Whether a staff page may use the full width of the screen.</summary>
    public bool IsWide { get; init; }

    /// <summary>Whether a staff page is a desk for one task: the whole screen, without the list of work at its side.</summary>
    public bool IsDesk { get; init; }
}
