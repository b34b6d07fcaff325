using Connections.Domain.Events;
using Connections.Web.Features.Shared.Times;
using Connections.Web.Sites;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Events.Staff.Check;

/// <summary>What an event says, fact by fact in words, so that two versions of it can be laid side by side.</summary>
public sealed record EventFact(string Name, string Words);

internal static class EventFacts
{
    public static IReadOnlyList<EventFact> Of(EventDetails details, IStringLocalizer<EventsText> texts, ReaderZone zones, Countries countries, Languages languages) =>
    [
        new(texts["Edit.TitleField"], details.Title),
        new(texts["Edit.Summary"], details.Summary),
        new(texts["Event.When"], TimeWords.Span(details.StartsAt, details.EndsAt, zones.NameOf(details.TimeZone), texts["Event.To"])),
        new(texts["Event.Repeats"], details.Recurrence is { } rule ? RepetitionWords.Of(rule, details.TimeZone, texts) : texts["Edit.RepeatsNever"]),
        new(texts["Event.Where"], string.Join(", ", new[] { details.Venue, details.City, details.Country is null ? null : countries.Name(details.Country), details.OnlineUrl }.Where(part => !string.IsNullOrWhiteSpace(part)))),
        new(texts["Event.Languages"], string.Join(", ", details.Languages.Select(languages.Name))),
        new(texts["Event.Price"], details.Price ?? texts["Event.Free"]),
        new(texts["Event.Accessibility"], details.Accessibility ?? texts["Fact.NotSaid"]),
        new(texts["Edit.Description"], string.IsNullOrWhiteSpace(details.Description) ? texts["Fact.NotSaid"] : details.Description),
    ];
}
