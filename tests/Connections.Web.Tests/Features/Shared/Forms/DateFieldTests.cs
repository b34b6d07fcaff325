using Connections.Web.Features.Shared.Forms;

namespace Connections.Web.Tests.Features.Shared.Forms;

public sealed class DateFieldTests
{
    private readonly FieldPage page = new();

    [Fact]
    public async Task A_stored_date_is_shown_in_its_parts()
    {
        page.Input.StartsOn = new DateOnly(2026, 7, 14);

        var html = await page.DrawAsync(new DateFieldTagHelper(page.Texts) { Label = "When?" }, p => p.Input.StartsOn);

        Assert.Equal(["Input.StartsOn.Day", "Input.StartsOn.Month", "Input.StartsOn.Year"], html.QuerySelectorAll("input").Select(i => i.GetAttribute("name")));
        Assert.Equal(["14", "7", "2026"], html.QuerySelectorAll("input").Select(i => i.GetAttribute("value")));
        Assert.Equal(["Day", "Month", "Year"], html.QuerySelectorAll("label").Select(l => l.TextContent));
    }

    [Fact]
    public async Task Only_the_wrong_part_is_marked_and_every_part_is_kept()
    {
        page.Typed("Input.StartsOn.Day", "14").Typed("Input.StartsOn.Month", "Smarch").Typed("Input.StartsOn.Year", "2026").Wrong("Input.StartsOn", "The month must be a number from 1 to 12, or its name");

        var html = await page.DrawAsync(new DateFieldTagHelper(page.Texts) { Label = "When?" }, p => p.Input.StartsOn);

        Assert.Equal(["14", "Smarch", "2026"], html.QuerySelectorAll("input").Select(i => i.GetAttribute("value")));
        Assert.Equal(["Input_StartsOn_Month"], html.QuerySelectorAll("[aria-invalid=true]").Select(i => i.Id));
        Assert.Equal("Input_StartsOn_Month", Assert.Single(RenderedFields.Of(page.View.HttpContext).Entries).ControlId);
    }

    [Fact]
    public async Task A_real_date_that_is_refused_marks_all_its_parts()
    {
        page.Typed("Input.StartsOn.Day", "1").Typed("Input.StartsOn.Month", "1").Typed("Input.StartsOn.Year", "2020").Wrong("Input.StartsOn", "The project must start after the call closes");

        var html = await page.DrawAsync(new DateFieldTagHelper(page.Texts) { Label = "When?" }, p => p.Input.StartsOn);

        Assert.Equal(3, html.QuerySelectorAll("[aria-invalid=true]").Length);
    }
}
