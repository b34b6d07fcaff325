using Connections.Web.Features.Shared.Forms;

namespace Connections.Web.Tests.Features.Shared.Forms;

public sealed class ChoiceFieldTests
{
    private static readonly Choice[] Answers = [new("music", "Music") { Hint = "Choirs and bands" }, new("sport", "Sport") { Count = 1200 }, new("gd", "Gàidhlig") { Language = "gd" }];

    private readonly FieldPage page = new();

    [Fact]
    public async Task Answers_stand_in_a_group_with_the_question_as_its_name()
    {
        var html = await page.DrawAsync(new RadiosFieldTagHelper(page.Texts) { Label = "How often?", Choices = Answers }, p => p.Input.Often);

        Assert.Equal("How often?", html.QuerySelector("fieldset > legend")!.TextContent);
        Assert.Equal(["Input_Often", "Input_Often-2", "Input_Often-3"], html.QuerySelectorAll("input[type=radio][name='Input.Often']").Select(i => i.Id));
        Assert.All(html.QuerySelectorAll("label"), label => Assert.NotNull(html.QuerySelector($"#{label.GetAttribute("for")}")));
        Assert.Equal("Choirs and bands", html.QuerySelector(".choice__hint")!.TextContent);
        Assert.Equal("(1,200)", html.QuerySelector(".choice__count")!.TextContent);
        Assert.Equal("gd", html.QuerySelector("span[lang]")!.GetAttribute("lang"));
        Assert.Empty(html.QuerySelectorAll(":checked"));
    }

    [Fact]
    public async Task Several_ticked_boxes_stay_ticked()
    {
        page.Typed("Input.Topics", "gd", "music");

        var html = await page.DrawAsync(new CheckboxesFieldTagHelper(page.Texts) { Label = "What about?", Choices = Answers, Look = "tiles" }, p => p.Input.Topics);

        Assert.Equal(["music", "gd"], html.QuerySelectorAll("input:checked").Select(i => i.GetAttribute("value")));
        Assert.NotNull(html.QuerySelector(".choices--tiles"));
    }

    [Fact]
    public async Task Stored_answers_are_ticked()
    {
        page.Input.Topics = ["sport"];

        var html = await page.DrawAsync(new CheckboxesFieldTagHelper(page.Texts) { Label = "What about?", Choices = Answers }, p => p.Input.Topics);

        Assert.Equal(["sport"], html.QuerySelectorAll("input:checked").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task An_error_belongs_to_the_whole_group()
    {
        page.Wrong("Input.Often", "Choose how often");

        var html = await page.DrawAsync(new RadiosFieldTagHelper(page.Texts) { Label = "How often?", Choices = Answers }, p => p.Input.Often);

        Assert.Equal("Input_Often-error", html.QuerySelector("fieldset")!.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task A_list_keeps_its_choice_and_may_begin_empty()
    {
        page.Typed("Input.Often", "sport");

        var html = await page.DrawAsync(new SelectFieldTagHelper(page.Texts) { Label = "Which?", Prompt = "Choose one", Choices = Answers }, p => p.Input.Often);

        Assert.Equal(["Choose one", "Music", "Sport", "Gàidhlig"], html.QuerySelectorAll("option").Select(o => o.TextContent));
        Assert.Equal("sport", html.QuerySelector("option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task One_box_to_tick_is_ticked_when_it_is_true()
    {
        page.Input.Agrees = true;

        var html = await page.DrawAsync(new CheckboxFieldTagHelper(page.Texts) { Label = "Yes" }, p => p.Input.Agrees);

        Assert.True(html.QuerySelector("input[type=checkbox][value=true]")!.HasAttribute("checked"));
    }
}
