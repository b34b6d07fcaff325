namespace Connections.Web.Features.Content;

/// <summary>Marks the texts of pages and stories.</summary>
public sealed class ContentText;
