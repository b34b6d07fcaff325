using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connections.Web.Features.Shared.Forms;

/// <summary>One answer written in the view; what it contains is shown when it is chosen, and always without script.</summary>
[HtmlTargetElement("choice", Attributes = "value,text")]
public sealed class ChoiceTagHelper : TagHelper
{
    public string Value { get; set; } = "";

    public string Text { get; set; } = "";

    public string? Hint { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var choices = (List<WrittenChoice>)context.Items[typeof(WrittenChoice)];
        choices.Add(new WrittenChoice(new Choice(Value, Text) { Hint = Hint }, content.IsEmptyOrWhiteSpace ? null : content));
        output.SuppressOutput();
    }
}

/// <param name="Reveal">What belongs to the answer and is asked only of those who give it.</param>
public sealed record WrittenChoice(Choice Choice, IHtmlContent? Reveal);
