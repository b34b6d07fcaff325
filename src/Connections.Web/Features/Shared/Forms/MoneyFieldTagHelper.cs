using Connections.Domain.Shared;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Shared.Forms;

/// <summary><c>&lt;money-field asp-for="Input.Asked" label="…" /&gt;</c>: an amount in the site's currency.</summary>
[HtmlTargetElement("money-field", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MoneyFieldTagHelper(Site site, IStringLocalizer<SharedText> texts) : FieldTagHelper(texts)
{
    protected override Task DrawAsync(BoundField field, (string Name, string? Value)[] extra, TagHelperContext context, TagHelperOutput output)
    {
        var currency = CurrencyNotation.Of(site.Currency);
        var signId = $"{field.Id}-currency";
        var value = field.Attempted(field.Name) ?? (field.Model as Money? is { } money ? MoneyReading.Write(money) : null);
        var input = Markup.Element("input", "input input--short",
        [
            ("id", field.Id),
            ("name", field.Name),
            ("type", "text"),
            ("inputmode", "decimal"),
            ("value", value),
            ("aria-describedby", DescribedBy(field, signId)),
            ("aria-invalid", IsWrong(field) ? "true" : null),
            .. extra,
        ]);
        var sign = Markup.Element("span", "money__sign", ("id", signId))
            .With(Markup.Element("span", null, ("aria-hidden", "true")).With(currency.Sign))
            .With(Markup.Element("span", "visually-hidden").With(Texts["Money.In", currency.Code].Value));

        Register(field, field.Id);
        output.TagName = "div";
        output.Content
            .AppendHtml(DrawLabel(field))
            .AppendHtml(DrawHintAndErrors(field))
            .AppendHtml(Markup.Element("div", "money").With(sign).With(input));
        return Task.CompletedTask;
    }
}
