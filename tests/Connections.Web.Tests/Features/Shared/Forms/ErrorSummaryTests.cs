using AngleSharp.Dom;
using Connections.Web.Features.Shared.Forms;

namespace Connections.Web.Tests.Features.Shared.Forms;

public sealed class ErrorSummaryTests
{
    private readonly FieldPage page = new();

    [Fact]
    public async Task Errors_are_listed_in_the_order_of_the_controls_and_link_to_them()
    {
        page.Wrong("Input.Often", "Choose how often").Wrong("Input.StartsOn", "Enter a date").Wrong("Input.Name", "Enter your name").Wrong("", "The call has closed");

        var links = await DrawPageAsync();

        Assert.Equal(
            [("Enter your name", "#Input_Name"), ("Enter a date", "#Input_StartsOn_Day"), ("Choose how often", "#Input_Often"), ("The call has closed", null)],
            links.QuerySelectorAll("li").Select(li => (li.TextContent, li.QuerySelector("a")?.GetAttribute("href"))));
        Assert.Equal("There is a problem", links.QuerySelector("[role=alert] h2")!.TextContent);
        Assert.True(RenderedFields.Of(page.View.HttpContext).ShowsErrors);
    }

    [Fact]
    public async Task A_page_without_errors_has_no_summary()
    {
        var body = await DrawPageAsync();

        Assert.Empty(body.Children);
        Assert.False(RenderedFields.Of(page.View.HttpContext).ShowsErrors);
    }

    [Fact]
    public async Task An_error_that_has_no_words_still_says_something()
    {
        page.ModelState.TryAddModelException("Input.Name", new FormatException("at Some.Inner.Method"));

        var body = await DrawPageAsync();

        Assert.Equal("We could not read this answer. Check it and try again", body.QuerySelector("li")!.TextContent);
    }

    // The summary stands first and is written last, as in a page.
    private async Task<IElement> DrawPageAsync()
    {
        var summary = await page.RunAsync(new ErrorSummaryTagHelper(page.Texts) { ViewContext = page.View });
        await page.RunAsync(new TextFieldTagHelper(page.Texts) { Label = "Name" }, p => p.Input.Name);
        await page.RunAsync(new DateFieldTagHelper(page.Texts) { Label = "Start" }, p => p.Input.StartsOn);
        await page.RunAsync(new RadiosFieldTagHelper(page.Texts) { Label = "Often", Choices = [new("a", "A")] }, p => p.Input.Often);
        return FieldPage.Read(summary);
    }
}
