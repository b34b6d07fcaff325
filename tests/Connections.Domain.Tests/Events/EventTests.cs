using Connections.Domain.Events;
using Connections.Domain.Shared;
using static Connections.Domain.Tests.Events.EventExamples;

namespace Connections.Domain.Tests.Events;

public class EventTests
{
    [Fact]
    public void Every_week_stays_at_the_same_hour_when_the_clocks_change()
    {
        var weekly = Published(Details with { StartsAt = new(2027, 3, 21, 19, 0, 0), EndsAt = new(2027, 3, 21, 21, 0, 0), Recurrence = "FREQ=WEEKLY;COUNT=2" });

        var times = weekly.Occurrences(Now).ToList();

        Assert.Equal([Utc(2027, 3, 21, 19), Utc(2027, 3, 28, 18)], times.Select(t => t.StartsAt));
        Assert.Equal([Utc(2027, 3, 21, 21), Utc(2027, 3, 28, 20)], times.Select(t => t.EndsAt));
    }

    [Fact]
    public void A_time_that_the_clocks_skip_is_taken_an_hour_later_and_one_that_comes_twice_is_the_first()
    {
        var spring = Published(Details with { StartsAt = new(2027, 3, 27, 1, 30, 0), EndsAt = new(2027, 3, 27, 5, 0, 0), Recurrence = "FREQ=DAILY;COUNT=2" });
        var autumn = Published(Details with { StartsAt = new(2027, 10, 30, 1, 30, 0), EndsAt = new(2027, 10, 30, 5, 0, 0), Recurrence = "FREQ=DAILY;COUNT=2" });

        Assert.Equal([Utc(2027, 3, 27, 1, 30), Utc(2027, 3, 28, 1, 30)], spring.Occurrences(Now).Select(t => t.StartsAt));
        Assert.Equal([Utc(2027, 10, 30, 0, 30), Utc(2027, 10, 31, 0, 30)], autumn.Occurrences(Now).Select(t => t.StartsAt));
    }

    [Fact]
    public void An_exception_is_left_out_and_still_counts_as_one_of_the_times()
    {
        var weekly = Published(Details with { Recurrence = "FREQ=WEEKLY;COUNT=3", Exceptions = [new(2027, 1, 27, 19, 0, 0)] });

        Assert.Equal([Utc(2027, 1, 20, 19), Utc(2027, 2, 3, 19)], weekly.Occurrences(Now).Select(t => t.StartsAt));
    }

    [Fact]
    public void One_date_is_called_off_and_takes_place_after_all()
    {
        var weekly = Published(Details with { Recurrence = "FREQ=WEEKLY;COUNT=3" });
        weekly.Change(Details with { Recurrence = "FREQ=WEEKLY;COUNT=3", Title = "Open day" }, Now);

        Assert.Equal(Outcome.Done, weekly.CallOff(new(2027, 1, 27, 19, 0, 0), "Burst pipe.", Now));
        Assert.Equal(Outcome.Done, weekly.CallOff(new(2027, 1, 27, 19, 0, 0), "Burst pipe.", Now));
        Assert.Equal([Utc(2027, 1, 20, 19), Utc(2027, 2, 3, 19)], weekly.Occurrences(Now).Select(t => t.StartsAt));
        Assert.Equal(3, weekly.Times(Now).Count());
        Assert.Equal("Burst pipe.", weekly.WhyCalledOff(Utc(2027, 1, 27, 19)));
        Assert.Null(weekly.WhyCalledOff(Utc(2027, 1, 20, 19)));
        Assert.Equal((1, 1, 1), (weekly.Sequence, weekly.Details.Exceptions.Count, weekly.Wanted.Exceptions.Count));

        Assert.Equal(Outcome.Done, weekly.TakePlaceAfterAll(new(2027, 1, 27, 19, 0, 0), Now));
        Assert.Equal((3, 2), (weekly.Occurrences(Now).Count(), weekly.Sequence));
        Assert.Empty(weekly.Wanted.Exceptions);
        Assert.Empty(weekly.CalledOff);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" \t ")]
    public void A_date_is_not_called_off_without_a_reason(string? reason)
    {
        var weekly = Published(Details with { Recurrence = "FREQ=WEEKLY;COUNT=3" });

        Assert.Equal(Outcome.Refused(EventRefusals.CallOffReasonMissing), weekly.CallOff(Details.StartsAt, reason, Now));
        Assert.Equal(Outcome.Refused(EventRefusals.CallOffReasonTooLong), weekly.CallOff(Details.StartsAt, new string('x', 201), Now));
        Assert.Empty(weekly.Details.Exceptions);
    }

    [Fact]
    public void Only_a_coming_date_of_a_public_repeating_event_is_called_off()
    {
        var weekly = Published(Details with { Recurrence = "FREQ=WEEKLY;COUNT=3" });
        var cancelled = Published(Details with { Recurrence = "FREQ=WEEKLY" });
        cancelled.Cancel(null, Now);
        var first = Details.StartsAt;

        Assert.Equal(Outcome.Refused(EventRefusals.NoSuchDate), weekly.CallOff(first.AddDays(1), "Ice.", Now));
        Assert.Equal(Outcome.Refused(EventRefusals.NoSuchDate), Published(Details).CallOff(first, "Ice.", Now));
        Assert.Equal(Outcome.Refused(EventRefusals.NotInTheList), cancelled.CallOff(first, "Ice.", Now));
        Assert.Equal(Outcome.Refused(EventRefusals.DateBegan), weekly.CallOff(first, "Ice.", Utc(2027, 1, 20, 19)));
    }

    [Fact]
    public void A_repeating_event_is_laid_out_to_the_horizon_and_a_single_one_however_far_it_is()
    {
        var weekly = Published(Details with { Recurrence = "FREQ=WEEKLY" });
        var far = Published(Details with { StartsAt = new(2099, 1, 1, 10, 0, 0), EndsAt = new(2099, 1, 2, 10, 0, 0) });

        Assert.All(weekly.Occurrences(Now), t => Assert.True(t.StartsAt < Now + Event.Horizon + TimeSpan.FromHours(2)));
        Assert.InRange(weekly.Occurrences(Now).Count(), 65, 75);
        Assert.Single(far.Occurrences(Now));
    }

    [Fact]
    public void A_published_event_that_changes_says_what_it_said_until_it_is_checked_and_calendars_follow()
    {
        var made = Published();

        Assert.Equal(Outcome.Done, made.Change(Details with { Title = "Open evening" }, Now));
        Assert.Equal((EventStatus.Submitted, true, 0, Details.Title, "Open evening"), (made.Status, made.IsPublic, made.Sequence, made.Details.Title, made.Wanted.Title));

        Assert.Equal(Outcome.Done, made.Return("At what time?", Now));
        Assert.Equal((true, Details.Title, "Open evening"), (made.IsPublic, made.Details.Title, made.Wanted.Title));

        Assert.Equal(Outcome.Done, made.Change(Details with { Title = "Open day" }, Now));
        Assert.Equal(Outcome.Done, made.Publish(Now));
        Assert.Equal((EventStatus.Published, true, 1, "Open day", null), (made.Status, made.IsPublic, made.Sequence, made.Details.Title, made.Proposed));
    }

    [Fact]
    public void A_published_event_that_is_cancelled_while_a_change_waits_stays_visible_as_it_was()
    {
        var made = Published();
        made.Change(Details with { Title = "Open evening" }, Now);

        Assert.Equal(Outcome.Done, made.Cancel("Rain", Now));

        Assert.Equal((EventStatus.Cancelled, true, Details.Title, null), (made.Status, made.IsPublic, made.Details.Title, made.Proposed));
    }

    [Fact]
    public void Only_an_event_that_waits_is_published_or_returned()
    {
        var made = Published();

        Assert.Equal(Outcome.Refused(EventRefusals.NotWaiting), made.Publish(Now));
        Assert.Equal(Outcome.Refused(EventRefusals.NotWaiting), made.Return("No", Now));
    }

    [Fact]
    public void It_is_returned_with_a_reason_and_may_be_sent_again()
    {
        var made = Submitted();

        Assert.Equal(Outcome.Refused(EventRefusals.ReasonMissing), made.Return("  ", Now));
        Assert.Equal(Outcome.Done, made.Return(" Say where it is. ", Now));
        Assert.Equal((EventStatus.Returned, "Say where it is."), (made.Status, made.StatusReason));

        Assert.Equal(Outcome.Done, made.Change(Details, Now));
        Assert.Equal((EventStatus.Submitted, null), (made.Status, made.StatusReason));
    }

    [Fact]
    public void A_cancelled_event_stays_visible_once_it_was_published_and_is_not_changed_again()
    {
        var made = Published();
        var unseen = Submitted();

        Assert.Equal(Outcome.Done, made.Cancel("The hall is flooded.", Now));
        Assert.Equal(Outcome.Done, unseen.Cancel(null, Now));
        Assert.True(made.IsPublic);
        Assert.Equal(1, made.Sequence);
        Assert.False(unseen.IsPublic);
        Assert.Equal(Outcome.Refused(EventRefusals.AlreadyCancelled), made.Cancel(null, Now));
        Assert.Equal(Outcome.Refused(EventRefusals.AlreadyCancelled), made.Change(Details, Now));
    }

    public static TheoryData<EventDetails, Refusal> Wrong => new()
    {
        { Details with { Title = " " }, EventRefusals.TitleMissing },
        { Details with { Title = new string('x', EventDetails.MaxTitle + 1) }, EventRefusals.TitleTooLong },
        { Details with { Summary = "" }, EventRefusals.SummaryMissing },
        { Details with { Summary = new string('x', EventDetails.MaxSummary + 1) }, EventRefusals.SummaryTooLong },
        { Details with { Description = new string('x', EventDetails.MaxDescription + 1) }, EventRefusals.DescriptionTooLong },
        { Details with { EndsAt = Details.StartsAt }, EventRefusals.EndsBeforeItStarts },
        { Details with { StartsAt = new(1999, 12, 31, 19, 0, 0) }, EventRefusals.StartsTooFarAway },
        { Details with { EndsAt = new(9999, 12, 31, 23, 0, 0) }, EventRefusals.EndsTooFarAway },
        { Details with { TimeZone = "Europe/Atlantis" }, EventRefusals.TimeZoneUnknown },
        { Details with { StartsAt = new(2027, 3, 28, 1, 30, 0), EndsAt = new(2027, 3, 28, 4, 0, 0) }, EventRefusals.StartDoesNotExist },
        { Details with { Recurrence = "now and then" }, EventRefusals.RecurrenceNotUnderstood },
        { Details with { Venue = " ", OnlineUrl = null }, EventRefusals.NowhereToGo },
        { Details with { OnlineUrl = "javascript:alert(1)" }, EventRefusals.OnlineAddressNotUsable },
        { Details with { OnlineUrl = "meet.example.org" }, EventRefusals.OnlineAddressNotUsable },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_named_and_nothing_is_changed(EventDetails wrong, Refusal expected)
    {
        var made = Published();

        Assert.Equal(Outcome.Refused(expected), made.Change(wrong, Now));
        Assert.Equal((EventStatus.Published, Details.Title), (made.Status, made.Details.Title));
    }

    private static DateTimeOffset Utc(int year, int month, int day, int hour, int minute = 0) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);
}
