using Connections.Domain.Shared;

namespace Connections.Domain.Events;

public static class EventRefusals
{
    public static readonly Refusal TitleMissing = new("Refusal.TitleMissing", nameof(EventDetails.Title));
    public static readonly Refusal TitleTooLong = new("Refusal.TitleTooLong", nameof(EventDetails.Title));
    public static readonly Refusal SummaryMissing = new("Refusal.SummaryMissing", nameof(EventDetails.Summary));
    public static readonly Refusal SummaryTooLong = new("Refusal.SummaryTooLong", nameof(EventDetails.Summary));
    public static readonly Refusal DescriptionTooLong = new("Refusal.DescriptionTooLong", nameof(EventDetails.Description));
    public static readonly Refusal StartsTooFarAway = new("Refusal.DateTooFarAway", nameof(EventDetails.StartsAt));
    public static readonly Refusal EndsTooFarAway = new("Refusal.DateTooFarAway", nameof(EventDetails.EndsAt));
    public static readonly Refusal EndsBeforeItStarts = new("Refusal.EndsBeforeItStarts", nameof(EventDetails.EndsAt));
    public static readonly Refusal TimeZoneUnknown = new("Refusal.TimeZoneUnknown", nameof(EventDetails.TimeZone));
    public static readonly Refusal StartDoesNotExist = new("Refusal.StartDoesNotExist", nameof(EventDetails.StartsAt));
    public static readonly Refusal RecurrenceNotUnderstood = new("Refusal.RecurrenceNotUnderstood", nameof(EventDetails.Recurrence));
    public static readonly Refusal NowhereToGo = new("Refusal.NowhereToGo", nameof(EventDetails.Venue));
    public static readonly Refusal OnlineAddressNotUsable = new("Refusal.OnlineAddressNotUsable", nameof(EventDetails.OnlineUrl));
    public static readonly Refusal ReasonMissing = new("Refusal.ReasonMissing", "Reason");
    public static readonly Refusal CallOffReasonMissing = new("Refusal.CallOffReasonMissing", "Reason");
    public static readonly Refusal CallOffReasonTooLong = new("Refusal.CallOffReasonTooLong", "Reason");
    public static readonly Refusal NotWaiting = new("Refusal.NotWaiting");
    public static readonly Refusal NotInTheList = new("Refusal.NotInTheList");
    public static readonly Refusal NoSuchDate = new("Refusal.NoSuchDate");
    public static readonly Refusal DateBegan = new("Refusal.DateBegan");
    public static readonly Refusal AlreadyCancelled = new("Refusal.AlreadyCancelled");
}
