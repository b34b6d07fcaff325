using Connections.Web.Features.Shared.Forms;

namespace Connections.Web.Tests.Features.Shared.Forms;

public sealed class TextFieldTests
{
    private readonly FieldPage page = new();

    [Fact]
    public async Task A_control_has_its_label_hint_and_name_from_the_model()
    {
        var html = await page.DrawAsync(new TextFieldTagHelper(page.Texts) { Label = "Your name", Hint = "As you like to be called" }, p => p.Input.Name, ("autocomplete", "name"));

        var input = html.QuerySelector("input")!;
        Assert.Equal(("Input.Name", "Input_Name", "text", "name", "auto"), (input.GetAttribute("name"), input.Id, input.GetAttribute("type"), input.GetAttribute("autocomplete"), input.GetAttribute("dir")));
        Assert.Equal("Your name", html.QuerySelector($"label[for={input.Id}]")!.TextContent);
        Assert.Equal("As you like to be called", html.QuerySelector($"#{input.GetAttribute("aria-describedby")}")!.TextContent);
        Assert.False(input.HasAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_wrong_answer_keeps_what_was_typed_and_says_what_to_do()
    {
        page.Input.Name = "stored";
        page.Typed("Input.Name", "<b>\"typed\" & kept").Wrong("Input.Name", "Enter a shorter name");

        var html = await page.DrawAsync(new TextFieldTagHelper(page.Texts) { Label = "Your name", Hint = "Short" }, p => p.Input.Name);

        var input = html.QuerySelector("input")!;
        Assert.Equal("<b>\"typed\" & kept", input.GetAttribute("value"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("Input_Name-hint Input_Name-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("Error: Enter a shorter name", html.QuerySelector("#Input_Name-error")!.TextContent);
        Assert.True(html.FirstElementChild!.ClassList.Contains("field--error"));
    }

    [Fact]
    public async Task What_could_not_be_read_as_a_number_is_kept_as_typed()
    {
        page.Typed("Input.People", "abc").Wrong("Input.People", "Enter a number");

        var html = await page.DrawAsync(new TextFieldTagHelper(page.Texts) { Label = "How many?" }, p => p.Input.People);

        Assert.Equal("abc", html.QuerySelector("input")!.GetAttribute("value"));
        Assert.Equal("numeric", html.QuerySelector("input")!.GetAttribute("inputmode"));
    }

    [Fact]
    public async Task The_kind_of_box_follows_the_property()
    {
        var html = await page.DrawAsync(new TextFieldTagHelper(page.Texts) { Label = "E-mail", Optional = true }, p => p.Input.Email);

        Assert.Equal("email", html.QuerySelector("input")!.GetAttribute("type"));
        Assert.Equal("E-mail (optional)", html.QuerySelector("label")!.TextContent);
    }

    [Fact]
    public async Task A_label_can_be_the_heading_of_the_page()
    {
        var html = await page.DrawAsync(new TextFieldTagHelper(page.Texts) { Label = "What is it called?", LabelAs = "h1" }, p => p.Input.Name);

        Assert.Equal("What is it called?", html.QuerySelector("h1.label--question > label[for=Input_Name]")!.TextContent);
    }

    [Fact]
    public async Task A_control_without_a_label_is_a_mistake_of_the_page() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => page.DrawAsync(new TextFieldTagHelper(page.Texts), p => p.Input.Name));

    [Fact]
    public async Task A_long_answer_says_how_many_words_are_left()
    {
        page.Typed("Input.Summary", "\none two three");

        var html = await page.DrawAsync(new TextAreaFieldTagHelper(page.Texts) { Label = "What will happen?", MaxWords = 2 }, p => p.Input.Summary);

        var area = html.QuerySelector("textarea")!;
        Assert.Equal("\none two three", area.TextContent);
        Assert.Equal("3 words. 1 too many", html.QuerySelector("#Input_Summary-info")!.TextContent);
        Assert.Equal("Input_Summary-info", area.GetAttribute("aria-describedby"));
        Assert.Equal("%{count} words too many", html.FirstElementChild!.GetAttribute("data-i18n.words-over-limit.other"));
    }
}
