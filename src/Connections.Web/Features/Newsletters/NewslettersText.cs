namespace Connections.Web.Features.Newsletters;

/// <summary>Marks the texts of the newsletter.</summary>
public sealed class NewslettersText;
