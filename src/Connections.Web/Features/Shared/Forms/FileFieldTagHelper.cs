using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Forms;

/// <summary><c>&lt;file-field asp-for="Input.Logo" label="…" accept=".png,.jpg" /&gt;</c> in a form with enctype="multipart/form-data"</summary>
[HtmlTargetElement("file-field", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileFieldTagHelper(IStringLocalizer<SharedText> texts) : FieldTagHelper(texts)
{
    protected override Task DrawAsync(BoundField field, (string Name, string? Value)[] extra, TagHelperContext context, TagHelperOutput output)
    {
        // A browser never gives a chosen file back, so a page that comes back with errors says so.
        var againId = WasChosen(field.Name) ? $"{field.Id}-again" : null;
        var input = Markup.Element("input", "input input--file",
        [
            ("id", field.Id),
            ("name", field.Name),
            ("type", "file"),
            ("aria-describedby", DescribedBy(field, againId)),
            ("aria-invalid", IsWrong(field) ? "true" : null),
            .. extra,
        ]);

        Register(field, field.Id);
        output.TagName = "div";
        output.Content.AppendHtml(DrawLabel(field)).AppendHtml(DrawHintAndErrors(field));
        if (againId is not null)
        {
            output.Content.AppendHtml(Markup.Element("p", "hint", ("id", againId)).With(Texts["File.ChooseAgain"].Value));
        }

        output.Content.AppendHtml(input);
        return Task.CompletedTask;
    }

    private bool WasChosen(string name)
    {
        var request = ViewContext.HttpContext.Request;
        return request.HasFormContentType && request.Form.Files.GetFile(name) is { Length: > 0 };
    }
}
