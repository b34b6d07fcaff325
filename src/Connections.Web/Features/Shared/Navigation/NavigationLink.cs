namespace Connections.Web.Features.Shared.Navigation;

/// <param name="TextKey">The link's words, a key of SharedText.resx.</param>
/// <param name="Policy">The ability a person needs to be shown the link; none for everybody.</param>
public sealed record NavigationLink(string TextKey, string Path, string? Policy = null)
{
    public bool LeadsTo(PathString current) => current.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);
}
