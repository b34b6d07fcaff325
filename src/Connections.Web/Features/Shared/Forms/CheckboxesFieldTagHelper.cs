using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Forms;

/// <summary><c>&lt;checkboxes-field asp-for="Input.Topics" label="…" choices="Model.Topics" look="tiles"&gt;&lt;/checkboxes-field&gt;</c></summary>
[HtmlTargetElement("checkboxes-field", Attributes = "asp-for")]
public sealed class CheckboxesFieldTagHelper(IStringLocalizer<SharedText> texts) : ChoicesFieldTagHelper(texts, "checkbox");
