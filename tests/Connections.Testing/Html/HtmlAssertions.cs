using System.Net;
using AngleSharp.Dom;
using Xunit;

namespace Connections.Testing.Html;

public static class HtmlAssertions
{
    /// <summary>The page was shown, under this heading.</summary>
    public static HtmlPage AssertShown(this HtmlPage page, string heading)
    {
        page.AssertStatus(HttpStatusCode.OK);
        if (page.Heading != heading)
        {
            throw new PageException(page, $"The heading should be \"{heading}\".");
        }

        return page;
    }

    public static HtmlPage AssertStatus(this HtmlPage page, HttpStatusCode status)
    {
        if (page.Status != status)
        {
            throw new PageException(page, $"The answer should be {(int)status}.");
        }

        return page;
    }

    /// <summary>The summary at the top and the message beside the control both say this, and the control is tied to its
    /// message for those who hear the page.</summary>
    public static HtmlPage AssertHasError(this HtmlPage page, string field, string text)
    {
        var errors = page.Errors();
        if (!errors.Contains((field, text)))
        {
            throw new PageException(page, $"\"{field}\" should have the error \"{text}\". Errors: {string.Join("; ", errors.Select(e => $"{e.Field}: {e.Text}"))}.");
        }

        return page;
    }

    public static HtmlPage AssertNoErrors(this HtmlPage page)
    {
        Assert.Empty(page.Errors());
        return page;
    }

    /// <summary>Errors that the summary names and the control of the same id repeats, in the words beside the control: the
    /// summary may say before them which control it is.</summary>
    public static IReadOnlyList<(string Field, string Text)> Errors(this HtmlPage page) =>
    [
        .. from link in page.Document.QuerySelectorAll(".error-summary a[href^='#'], .govuk-error-summary a[href^='#']")
           let control = page.Document.GetElementById(link.GetAttribute("href")![1..])
           where control is not null
           let line = HtmlPage.Plain(link.TextContent)
           let message = MessagesOf(control).FirstOrDefault(m => m.Length > 0 && line.EndsWith(m, StringComparison.Ordinal))
           where message is not null
           select (control.GetAttribute("name") ?? control.Id!, message),
    ];

    /// <summary>The page takes as many queries for few rows as for many.</summary>
    public static async Task AssertSameQueryCount(this ConnectionsHost host, Func<Task> read, Func<Task> addRows)
    {
        await read();
        var few = await CountAsync(host, read);

        await addRows();
        var many = await CountAsync(host, read);

        Assert.True(few == many, $"With more rows the page sends {many} queries instead of {few}.");
    }

    private static async Task<int> CountAsync(ConnectionsHost host, Func<Task> read)
    {
        var before = host.Queries.Value;
        await read();
        return host.Queries.Value - before;
    }

    private static IEnumerable<string> MessagesOf(IElement control) =>
        DescriptionsOf(control).SelectMany(d => d.QuerySelectorAll(".error-message").DefaultIfEmpty(d)).Select(WithoutPrefix);

    private static string WithoutPrefix(IElement message) =>
        HtmlPage.Plain(string.Concat(message.ChildNodes.Where(n => n is not IElement { ClassName: "visually-hidden" }).Select(n => n.TextContent)));

    private static IEnumerable<IElement> DescriptionsOf(IElement control)
    {
        for (var element = control; element is not null; element = element.ParentElement)
        {
            foreach (var id in (element.GetAttribute("aria-describedby") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (control.Owner!.GetElementById(id) is { } message)
                {
                    yield return message;
                }
            }
        }
    }
}
