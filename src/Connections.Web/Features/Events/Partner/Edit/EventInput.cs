using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Connections.Domain.Events;
using Connections.Domain.Shared;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Sites;

namespace Connections.Web.Features.Events.Partner.Edit;

/// <summary>What an organiser types about an event.</summary>
public sealed class EventInput : IValidatableObject
{
    private const string TimePattern = "(?i)^(([01]?[0-9]|2[0-3])[:.][0-5][0-9]|(0?[1-9]|1[0-2])([:.][0-5][0-9])? ?[ap](m|\\.m\\.)|noon|midnight)$";

    private static readonly string[] TimesPeopleWrite = ["H:mm", "h:mmtt", "htt"];

    [Required(ErrorMessage = "Refusal.TitleMissing"), StringLength(EventDetails.MaxTitle, ErrorMessage = "Refusal.TitleTooLong")]
    public string? Title { get; set; }

    [Required(ErrorMessage = "Refusal.SummaryMissing"), StringLength(EventDetails.MaxSummary, ErrorMessage = "Refusal.SummaryTooLong"), DataType(DataType.MultilineText)]
    public string? Summary { get; set; }

    [StringLength(EventDetails.MaxDescription, ErrorMessage = "Refusal.DescriptionTooLong"), DataType(DataType.MultilineText)]
    public string? Description { get; set; }

    [Required(ErrorMessage = "Error.StartsOnMissing")]
    public DateOnly? StartsOn { get; set; }

    [Required(ErrorMessage = "Error.StartTimeMissing"), RegularExpression(TimePattern, ErrorMessage = "Error.TimeWrong")]
    public string? StartTime { get; set; }

    [Required(ErrorMessage = "Error.EndsOnMissing")]
    public DateOnly? EndsOn { get; set; }

    [Required(ErrorMessage = "Error.EndTimeMissing"), RegularExpression(TimePattern, ErrorMessage = "Error.TimeWrong")]
    public string? EndTime { get; set; }

    [Required(ErrorMessage = "Refusal.TimeZoneUnknown"), StringLength(60, ErrorMessage = "Refusal.TimeZoneUnknown")]
    public string? TimeZone { get; set; }

    /// <summary>One of <see cref="Repetition.Choices"/>.</summary>
    public string Repeats { get; set; } = Repetition.Never;

    [Range(2, 200, ErrorMessage = "Error.TimesWrong")]
    public int? Times { get; set; }

    [StringLength(200, ErrorMessage = "Error.TooLong")]
    public string? Venue { get; set; }

    [StringLength(120, ErrorMessage = "Error.TooLong")]
    public string? City { get; set; }

    public string? Country { get; set; }

    [StringLength(500, ErrorMessage = "Error.TooLong")]
    public string? OnlineUrl { get; set; }

    public List<string> Languages { get; set; } = [];

    public List<string> Topics { get; set; } = [];

    [StringLength(200, ErrorMessage = "Error.TooLong")]
    public string? Price { get; set; }

    [StringLength(1000, ErrorMessage = "Error.TooLong"), DataType(DataType.MultilineText)]
    public string? Accessibility { get; set; }

    [Range(typeof(bool), "true", "true", ErrorMessage = "Error.BoundariesMissing")]
    public bool KeepsToBoundaries { get; set; }

    public int Version { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var site = validationContext.GetRequiredService<Site>();
        var taxonomy = validationContext.GetRequiredService<Taxonomy>();
        if (!Repetition.Choices.Contains(Repeats))
        {
            yield return validationContext.Wrong("Refusal.RecurrenceNotUnderstood", nameof(Repeats));
        }

        if (!string.IsNullOrEmpty(Country) && !validationContext.GetRequiredService<Countries>().TryFind(Country, out _))
        {
            yield return validationContext.Wrong("Error.CountryUnknown", nameof(Country));
        }

        if (!Languages.TrueForAll(site.ContentLanguages.Contains))
        {
            yield return validationContext.Wrong("Error.LanguageUnknown", nameof(Languages));
        }

        if (!Topics.TrueForAll(t => t is not null && taxonomy.Topics.Has(t)))
        {
            yield return validationContext.Wrong("Error.TopicUnknown", nameof(Topics));
        }
    }

    public static EventInput From(Event found)
    {
        var details = found.Wanted;
        var (repeats, times) = Repetition.Read(details.Recurrence);
        return new EventInput
        {
            Title = details.Title,
            Summary = details.Summary,
            Description = details.Description,
            StartsOn = DateOnly.FromDateTime(details.StartsAt),
            StartTime = details.StartsAt.ToString("HH:mm", CultureInfo.InvariantCulture),
            EndsOn = DateOnly.FromDateTime(details.EndsAt),
            EndTime = details.EndsAt.ToString("HH:mm", CultureInfo.InvariantCulture),
            TimeZone = details.TimeZone,
            Repeats = repeats,
            Times = times,
            Venue = details.Venue,
            City = details.City,
            Country = details.Country,
            OnlineUrl = details.OnlineUrl,
            Languages = details.Languages,
            Topics = details.Topics,
            Price = details.Price,
            Accessibility = details.Accessibility,
            Version = found.Version,
        };
    }

    /// <summary>What was typed, as far as it can be read: where a day or a time is missing, whatever is right beside the other.</summary>
    /// <param name="present">What the event says now, for what the form does not show.</param>
    public EventDetails ToDetails(EventDetails? present) => new(
        Title?.Trim() ?? "",
        Summary?.Trim() ?? "",
        Description?.Trim() ?? "",
        (StartsOn ?? EndsOn ?? default).ToDateTime(Time(StartTime) ?? TimeOnly.MinValue),
        (EndsOn ?? StartsOn ?? default).ToDateTime(EndsOn is null ? TimeOnly.MaxValue : Time(EndTime) ?? TimeOnly.MaxValue),
        TimeZone ?? "",
        Repetition.Write(Repeats, Times, present?.Recurrence),
        Repeats == Repetition.Never ? [] : present?.Exceptions ?? [],
        Blank(Venue),
        Blank(City),
        Blank(Country)?.ToUpperInvariant(),
        Blank(OnlineUrl),
        [.. Languages.Distinct()],
        [.. Topics.Distinct()],
        Blank(Price),
        Blank(Accessibility));

    /// <summary>What the domain refuses, beside the control in which it is put right.</summary>
    internal static Outcome BesideControls(Outcome outcome) => Outcome.From([.. outcome.Refusals.Select(r => r with { Field = ControlOf(r) })]);

    private static string? ControlOf(Refusal refusal) => refusal switch
    {
        _ when refusal == EventRefusals.StartDoesNotExist => nameof(StartTime),
        _ when refusal == EventRefusals.EndsBeforeItStarts => nameof(EndTime),
        { Field: nameof(EventDetails.StartsAt) } => nameof(StartsOn),
        { Field: nameof(EventDetails.EndsAt) } => nameof(EndsOn),
        { Field: nameof(EventDetails.Recurrence) } => nameof(Repeats),
        _ => refusal.Field,
    };

    /// <summary>19:00 and 19.00, and what the site itself shows: 7pm, 6:30pm, noon, midnight.</summary>
    private static TimeOnly? Time(string? text)
    {
        var typed = (text ?? "").ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal)
            .Replace("a.m.", "am", StringComparison.Ordinal).Replace("p.m.", "pm", StringComparison.Ordinal).Replace('.', ':');
        return typed switch
        {
            "noon" => new TimeOnly(12, 0),
            "midnight" => TimeOnly.MinValue,
            _ => TimeOnly.TryParseExact(typed, TimesPeopleWrite, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
        };
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
