using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Forms;

/// <summary><c>&lt;radios-field asp-for="Input.HowOften" label="…" choices="Model.Frequencies"&gt;&lt;/radios-field&gt;</c></summary>
[HtmlTargetElement("radios-field", Attributes = "asp-for")]
public sealed class RadiosFieldTagHelper(IStringLocalizer<SharedText> texts) : ChoicesFieldTagHelper(texts, "radio");
