using Connections.Testing;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Browsing;

/// <summary>Pictures of pages, kept under TestResults for somebody to look at.</summary>
public static class Shots
{
    public static Task TakeAsync(IPage page, string pack, string route, int width)
    {
        var name = string.Concat(route.Trim('/').Select(c => char.IsLetterOrDigit(c) ? c : '-')) is { Length: > 0 } words ? words : "home";
        return page.ScreenshotAsync(new()
        {
            Path = Path.Combine(SourceTree.Root, "TestResults", "shots", pack, $"{name}-{width}.png"),
            FullPage = true,
        });
    }
}
