using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connections.Web.Features.Shared.Times;

/// <summary><c>&lt;moment at="Model.ClosesAt" /&gt;</c>: a moment in the site's zone, and in the reader's where they differ
/// in what the clock shows.</summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MomentTagHelper(ReaderZone reader) : TagHelper
{
    public DateTimeOffset At { get; set; }

    /// <summary>Whether only the day matters; it is the day in the site's zone.</summary>
    public bool DateOnly { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", At.UtcDateTime.ToString(DateOnly ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture));
        if (DateOnly)
        {
            output.Attributes.SetAttribute("datetime", TimeWords.In(At, reader.SiteZone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            output.Content.SetContent(TimeWords.Date(TimeWords.In(At, reader.SiteZone)));
            return;
        }

        output.Content.SetContent(TimeWords.Moment(At, reader.SiteZone, reader.SiteName));
        if (reader.Zone is { } zone && TimeWords.In(At, zone) != TimeWords.In(At, reader.SiteZone))
        {
            output.PostElement.AppendHtml(" <span class=\"moment__reader\">");
            output.PostElement.Append(TimeWords.Moment(At, zone, reader.Name!));
            output.PostElement.AppendHtml("</span>");
        }
    }
}
