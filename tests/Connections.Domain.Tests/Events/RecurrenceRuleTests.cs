using Connections.Domain.Events;

namespace Connections.Domain.Tests.Events;

public class RecurrenceRuleTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    [Fact]
    public void A_month_without_the_day_has_no_event()
    {
        Assert.Equal(["2027-01-31", "2027-03-31", "2027-05-31", "2027-07-31"], Days("FREQ=MONTHLY;COUNT=4", "2027-01-31"));
    }

    [Fact]
    public void The_29th_of_February_comes_every_four_years()
    {
        Assert.Equal(["2028-02-29", "2032-02-29", "2036-02-29"], Days("FREQ=YEARLY;COUNT=3", "2028-02-29"));
    }

    [Theory]
    [InlineData("FREQ=MONTHLY;BYDAY=1TU;COUNT=3", "2026-12-01", "2026-12-01 2027-01-05 2027-02-02")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1SU;COUNT=3", "2026-11-29", "2026-11-29 2026-12-27 2027-01-31")]
    [InlineData("FREQ=MONTHLY;BYDAY=5FR;COUNT=3", "2027-01-29", "2027-01-29 2027-04-30 2027-07-30")]
    [InlineData("FREQ=MONTHLY;BYDAY=-5MO;COUNT=2", "2027-03-01", "2027-03-01 2027-05-03")]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO,3MO;COUNT=4", "2027-02-01", "2027-02-01 2027-02-15 2027-03-01 2027-03-15")]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO,MO;COUNT=5", "2027-02-01", "2027-02-01 2027-02-08 2027-02-15 2027-02-22 2027-03-01")]
    public void Weekdays_of_a_month_are_counted_from_either_end(string rule, string start, string expected)
    {
        Assert.Equal(expected.Split(' '), Days(rule, start));
    }

    [Theory]
    [InlineData("FREQ=DAILY;INTERVAL=10;COUNT=3", "2027-02-20", "2027-02-20 2027-03-02 2027-03-12")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4", "2027-02-02", "2027-02-02 2027-02-04 2027-02-09 2027-02-11")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU,TU;COUNT=2", "2027-02-02", "2027-02-02 2027-02-09")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO;COUNT=2", "2027-02-03", "2027-02-08 2027-02-15")]
    [InlineData("FREQ=MONTHLY;INTERVAL=5;COUNT=3", "2026-10-15", "2026-10-15 2027-03-15 2027-08-15")]
    [InlineData("rrule:freq=weekly;interval=2;count=2", "2027-02-02", "2027-02-02 2027-02-16")]
    public void Days_follow_the_interval(string rule, string start, string expected)
    {
        Assert.Equal(expected.Split(' '), Days(rule, start));
    }

    /// <summary>The example of RFC 5545, section 3.3.10.</summary>
    [Theory]
    [InlineData("MO", "1997-08-05 1997-08-10 1997-08-19 1997-08-24")]
    [InlineData("SU", "1997-08-05 1997-08-17 1997-08-19 1997-08-31")]
    public void The_first_day_of_the_week_decides_which_weeks_are_left_out(string first, string expected)
    {
        Assert.Equal(expected.Split(' '), Days($"FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST={first}", "1997-08-05"));
    }

    [Theory]
    [InlineData("20270330", "2027-03-16 2027-03-23 2027-03-30")]
    [InlineData("20270330T190000", "2027-03-16 2027-03-23 2027-03-30")]
    [InlineData("20270330T185959", "2027-03-16 2027-03-23")]
    [InlineData("20270330T180000Z", "2027-03-16 2027-03-23 2027-03-30")]
    [InlineData("20270330T175959Z", "2027-03-16 2027-03-23")]
    public void The_end_is_a_day_or_a_local_time_or_an_instant_and_counts(string until, string expected)
    {
        Assert.Equal(expected.Split(' '), Days($"FREQ=WEEKLY;UNTIL={until}", "2027-03-16"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("WEEKLY")]
    [InlineData("FREQ=HOURLY")]
    [InlineData("FREQ=WEEKLY;FREQ=DAILY")]
    [InlineData("FREQ=WEEKLY;INTERVAL=0")]
    [InlineData("FREQ=WEEKLY;INTERVAL=-1")]
    [InlineData("FREQ=WEEKLY;COUNT=many")]
    [InlineData("FREQ=WEEKLY;COUNT=4;UNTIL=20270330")]
    [InlineData("FREQ=WEEKLY;UNTIL=tomorrow")]
    [InlineData("FREQ=WEEKLY;BYDAY=2TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=0TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=6TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=XX")]
    [InlineData("FREQ=MONTHLY;BYDAY=")]
    [InlineData("FREQ=YEARLY;BYDAY=MO")]
    [InlineData("FREQ=WEEKLY;WKST=YY")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=15")]
    [InlineData("FREQ=WEEKLY\r\nATTENDEE:mailto:somebody@example.org")]
    public void What_it_does_not_know_it_does_not_guess(string rule)
    {
        Assert.Null(RecurrenceRule.Parse(rule));
    }

    [Theory]
    [InlineData("FREQ=WEEKLY", "FREQ=WEEKLY")]
    [InlineData("rrule:freq=monthly;byday=-1su,2tu;count=6", "FREQ=MONTHLY;COUNT=6;BYDAY=-1SU,2TU")]
    [InlineData("FREQ=WEEKLY;WKST=SU;INTERVAL=2", "FREQ=WEEKLY;INTERVAL=2;WKST=SU")]
    [InlineData("FREQ=WEEKLY;UNTIL=20270330T180000Z", "FREQ=WEEKLY;UNTIL=20270330T180000Z")]
    [InlineData("FREQ=WEEKLY;UNTIL=20270330T190000", "FREQ=WEEKLY;UNTIL=20270330T180000Z")]
    [InlineData("FREQ=WEEKLY;UNTIL=20270330", "FREQ=WEEKLY;UNTIL=20270330T225959Z")]
    public void For_calendars_the_end_is_written_as_an_instant(string rule, string expected)
    {
        Assert.Equal(expected, RecurrenceRule.Parse(rule)!.Write(London));
    }

    [Theory]
    [InlineData("FREQ=DAILY;INTERVAL=1000")]
    [InlineData("FREQ=WEEKLY;INTERVAL=1000;BYDAY=MO")]
    [InlineData("FREQ=MONTHLY;INTERVAL=1000")]
    [InlineData("FREQ=MONTHLY;BYDAY=5FR;INTERVAL=1000")]
    [InlineData("FREQ=YEARLY;INTERVAL=1000")]
    public void A_rule_without_an_end_stops_before_the_calendar_does(string rule)
    {
        var starts = RecurrenceRule.Parse(rule)!.Starts(new DateTime(2027, 1, 29, 19, 0, 0), London).ToList();

        Assert.InRange(starts.Count, 1, 20_000);
        Assert.Equal(starts.Order().Distinct(), starts);
    }

    private static IEnumerable<string> Days(string rule, string start) =>
        RecurrenceRule.Parse(rule)!.Starts(DateTime.Parse(start).AddHours(19), London).Select(s =>
        {
            Assert.Equal(19, s.Hour);
            return s.ToString("yyyy-MM-dd");
        });
}
