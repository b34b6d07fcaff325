namespace Connections.Domain.Content;

public enum PageKind
{
    /// <summary>A lasting page, found by its own path: "About", "Privacy".</summary>
    Page,

    /// <summary>A story that links people, places and outcomes; found under <c>/stories</c>.</summary>
    Story,
}
