using Connections.Web.Features.Events.Jobs;
using Connections.Web.Features.Accounts.Jobs;
using Connections.Web.Features.Directory.Jobs;
using Connections.Web.Features.Grants.Jobs;
using Connections.Web.Features.Newsletters.Jobs;
using Connections.Web.Mail;
using Connections.Web.Security.Input.Once;
using Quartz;

namespace Connections.Web.Jobs;

/// <param name="Cron">Quartz's form, in the site's time zone: seconds, minutes, hours, day of month, month, day of week.</param>
/// <param name="Reason">Why it runs, and why then.</param>
public sealed record ScheduledJob(Type Job, string Cron, string Reason)
{
    public static ScheduledJob Of<TJob>(string cron, string reason)
        where TJob : IJob => new(typeof(TJob), cron, reason);
}

/// <summary>Everything that runs by the clock, in one place. Every job is safe to run twice.</summary>
public static class JobSchedule
{
    public static readonly IReadOnlyList<ScheduledJob> All =
    [
        ScheduledJob.Of<SendOutboxMailJob>("0/20 * * * * ?", "New mail leaves at once; this sends what must be tried again and what a stopped node left behind."),
        ScheduledJob.Of<ForgetSpentLinksJob>("0 20 3 * * ?", "Sign-in links work for minutes; a day later nothing is left of them."),
        ScheduledJob.Of<ForgetSentFormsJob>("0 40 3 * * ?", "What tells a form that is sent twice is needed for hours, and is gone after a week."),
        ScheduledJob.Of<MoveDueCallsJob>("0 * * * * ?", "Calls open and close by the minute; a call takes nothing after its closing time even before this has run."),
        ScheduledJob.Of<ForgetOldMailJob>("0 10 3 * * ?", "Sent mail is kept thirty days; at night, when nobody waits."),
        ScheduledJob.Of<LayOutOccurrencesJob>("0 20 3 * * ?", "Repeating events are listed eighteen months ahead; each night adds the day that comes into view."),
        ScheduledJob.Of<AskForConfirmationsJob>("0 30 7 * * ?", "A year has passed for some listings every day; in the morning, so that the question is read."),
        ScheduledJob.Of<DeliverEditionsJob>("0/15 * * * * ?", "An edition leaves within moments of being released, and goes on where a stopped node left off."),
    ];
}
