using Connections.Adapters.Mail;
using FsCheck;
using FsCheck.Fluent;

namespace Connections.Adapters.Tests.Mail;

public sealed class RetryScheduleTests
{
    private static readonly RetrySchedule Schedule = new(TimeSpan.FromMinutes(1), TimeSpan.FromHours(6), attempts: 12);

    [Fact]
    public void Waits_double_up_to_the_ceiling_within_a_quarter_either_way() =>
        Prop.ForAll<long>(seed =>
        {
            for (var attempt = 1; attempt < 12; attempt++)
            {
                var middle = Math.Min(Math.Pow(2, attempt - 1), 360);
                var wait = Schedule.WaitAfter(attempt, seed)!.Value.TotalMinutes;
                Assert.InRange(wait, middle * 0.75, middle * 1.25);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_seed_gives_the_same_waits_and_other_seeds_scatter()
    {
        var waits = Enumerable.Range(0, 1000).Select(seed => Schedule.WaitAfter(1, seed)!.Value).ToList();

        Assert.Equal(waits, Enumerable.Range(0, 1000).Select(seed => Schedule.WaitAfter(1, seed)!.Value));
        Assert.Equal(1000, waits.Distinct().Count());
        Assert.InRange(waits.Average(wait => wait.TotalSeconds), 58.5, 61.5);
    }

    [Fact]
    public void After_the_last_attempt_there_is_no_wait()
    {
        Assert.NotNull(Schedule.WaitAfter(11, seed: 1));
        Assert.Null(Schedule.WaitAfter(12, seed: 1));
        Assert.Null(Schedule.WaitAfter(int.MaxValue, seed: 1));
    }

    [Fact]
    public void A_great_number_of_attempts_stays_at_the_ceiling()
    {
        var patient = new RetrySchedule(TimeSpan.FromMinutes(1), TimeSpan.FromHours(6), int.MaxValue);

        Assert.InRange(patient.WaitAfter(1_000_000, seed: 1)!.Value, TimeSpan.FromHours(4.5), TimeSpan.FromHours(7.5));
    }
}
