using System.Reflection;
using Connections.Testing;
using Connections.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Connections.Web.Tests.Jobs;

public sealed class JobScheduleTests
{
    [Fact]
    public void Every_job_of_the_application_is_scheduled_once_with_a_reason()
    {
        var jobs = typeof(JobSchedule).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IJob)));

        Assert.Equal(jobs.Select(j => j.Name).Order(), JobSchedule.All.Select(s => s.Job.Name).Order());
        Assert.All(JobSchedule.All, scheduled => Assert.True(scheduled.Reason.Length > 20, scheduled.Job.Name));
    }

    [Fact]
    public void No_job_runs_beside_itself() =>
        Assert.All(JobSchedule.All, scheduled => Assert.NotNull(scheduled.Job.GetCustomAttribute<DisallowConcurrentExecutionAttribute>()));

    [Fact]
    public void Every_schedule_is_one_that_comes_round() =>
        Assert.All(JobSchedule.All, scheduled => Assert.NotNull(new CronExpression(scheduled.Cron).GetNextValidTimeAfter(FixedClock.Noon)));
}

/// <summary>Quartz keeps its schedule in the application's own database.</summary>
public abstract class JobStoreTests
{
    private readonly ConnectionsHost host;

    protected JobStoreTests(HostFixture fixture)
    {
        host = fixture.Host;
        host.Settings["Jobs:Enabled"] = "true";
    }

    [Fact]
    public async Task The_schedule_is_stored_and_every_job_can_be_made_and_run()
    {
        var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();

        foreach (var scheduled in JobSchedule.All)
        {
            var trigger = await scheduler.GetTrigger(new TriggerKey(scheduled.Job.Name));
            Assert.Equal(scheduled.Cron, Assert.IsAssignableFrom<ICronTrigger>(trigger).CronExpressionString);
            await using var scope = host.Services.CreateAsyncScope();
            var job = (IJob)ActivatorUtilities.CreateInstance(scope.ServiceProvider, scheduled.Job);
            await job.Execute(null!, CancellationToken.None);
        }
    }
}

public sealed class JobStoreTestsOnSqlite(OnSqlite fixture) : JobStoreTests(fixture), IClassFixture<OnSqlite>;

public sealed class JobStoreTestsOnPostgreSql(OnPostgreSql fixture) : JobStoreTests(fixture), IClassFixture<OnPostgreSql>;
