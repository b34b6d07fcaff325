using Connections.Domain.Shared;

namespace Connections.Domain.Events;

/// <summary>What an organiser says about an event. Times are local to <see cref="TimeZone"/>, as on a poster.</summary>
/// <param name="TimeZone">IANA name: <c>Pacific/Auckland</c>.</param>
/// <param name="Recurrence">RFC 5545 rule, or null for a single event.</param>
/// <param name="Exceptions">Local starts that the rule would give and that do not take place.</param>
/// <param name="Price">Words of the price; null when it is free.</param>
public sealed record EventDetails(
    string Title,
    string Summary,
    string Description,
    DateTime StartsAt,
    DateTime EndsAt,
    string TimeZone,
    string? Recurrence,
    List<DateTime> Exceptions,
    string? Venue,
    string? City,
    string? Country,
    string? OnlineUrl,
    List<string> Languages,
    List<string> Topics,
    string? Price,
    string? Accessibility)
{
    public const int MaxTitle = 120;
    public const int MaxSummary = 300;
    public const int MaxDescription = 10_000;
    public const int FirstYear = 2000;
    public const int LastYear = 2100;

    public string Title { get; init => field = OneLine.Of(value); } = OneLine.Of(Title);

    /// <summary>Whether the time that begins then does not take place.</summary>
    public bool IsCalledOff(DateTimeOffset startsAt) => Exceptions.Exists(start => InstantOf(start) == startsAt);

    /// <summary>A local time that the clocks skip is taken an hour later; one that comes twice is the first.</summary>
    public DateTimeOffset InstantOf(DateTime local) => InstantIn(local, TimeZone);

    /// <inheritdoc cref="InstantOf"/>
    public static DateTimeOffset InstantIn(DateTime local, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var valid = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        var offset = zone.IsAmbiguousTime(valid) ? zone.GetAmbiguousTimeOffsets(valid).Max() : zone.GetUtcOffset(valid);
        return new DateTimeOffset(DateTime.SpecifyKind(valid, DateTimeKind.Unspecified), offset).ToUniversalTime();
    }

    public IReadOnlyList<Refusal> Check()
    {
        var refusals = new List<Refusal>();
        void Refuse(bool wrong, Refusal refusal)
        {
            if (wrong)
            {
                refusals.Add(refusal);
            }
        }

        Refuse(string.IsNullOrWhiteSpace(Title), EventRefusals.TitleMissing);
        Refuse(Title.Length > MaxTitle, EventRefusals.TitleTooLong);
        Refuse(string.IsNullOrWhiteSpace(Summary), EventRefusals.SummaryMissing);
        Refuse(Summary.Length > MaxSummary, EventRefusals.SummaryTooLong);
        Refuse(Description.Length > MaxDescription, EventRefusals.DescriptionTooLong);
        Refuse(StartsAt.Year is < FirstYear or > LastYear, EventRefusals.StartsTooFarAway);
        Refuse(EndsAt.Year is < FirstYear or > LastYear, EventRefusals.EndsTooFarAway);
        Refuse(EndsAt <= StartsAt, EventRefusals.EndsBeforeItStarts);
        Refuse(Recurrence is not null && RecurrenceRule.Parse(Recurrence) is null, EventRefusals.RecurrenceNotUnderstood);
        Refuse(string.IsNullOrWhiteSpace(Venue) && string.IsNullOrWhiteSpace(OnlineUrl), EventRefusals.NowhereToGo);
        Refuse(OnlineUrl is not null && !IsWebAddress(OnlineUrl), EventRefusals.OnlineAddressNotUsable);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone))
        {
            refusals.Add(EventRefusals.TimeZoneUnknown);
        }
        else
        {
            Refuse(zone.IsInvalidTime(StartsAt), EventRefusals.StartDoesNotExist);
        }

        return refusals;
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http";
}
