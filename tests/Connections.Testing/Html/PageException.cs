namespace Connections.Testing.Html;

/// <summary>The page was not what the test took it for. Says what it was.</summary>
public sealed class PageException(HtmlPage page, string message)
    : Exception($"{message}\n{(int)page.Status} {page.Path}: {page.Heading}\n{Shorten(page.Text)}")
{
    private static string Shorten(string text) => text.Length <= 2000 ? text : text[..2000] + " …";
}
