namespace Connections.Web.Features.Newsletters;

public static class NewslettersPolicies
{
    public const string Write = "newsletters.write";

    /// <summary>Let an edition go out to everybody it concerns.</summary>
    public const string Send = "newsletters.send";
}
