using Connections.Data;
using Connections.Web.Sites;
using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;

namespace Connections.Web.Jobs;

public static class JobsRegistration
{
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);

    /// <summary>Quartz with its store in the same database. Nodes on PostgreSQL share the work; SQLite has one node.
    /// <c>Jobs:Enabled</c> false leaves this node out.</summary>
    public static WebApplicationBuilder AddJobs(this WebApplicationBuilder builder)
    {
        if (!builder.Configuration.GetValue("Jobs:Enabled", defaultValue: true))
        {
            return builder;
        }

        var connection = builder.Configuration.GetConnectionString("Default")!;
        builder.Services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "Connections");
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                store.UseSystemTextJsonSerializer();
                if (DataRegistration.IsPostgreSql(connection))
                {
                    store.UsePostgres(NpgsqlFactory.Instance, connection);
                    store.UseClustering(cluster =>
                    {
                        cluster.CheckinInterval = CheckIn;
                        cluster.CheckinMisfireThreshold = 2 * CheckIn;
                    });
                }
                else
                {
                    store.UseSqlite(SqliteFactory.Instance, connection);
                }
            });
            Schedule(quartz, SiteZone(builder.Services));
        });
        builder.Services.Configure<QuartzHostedServiceOptions>(options => options.WaitForJobsToComplete = true);
        builder.Services.AddHostedService<RunJobsOnceServing>();
        return builder;
    }

    private static void Schedule(IQuartzBuilder quartz, TimeZoneInfo zone)
    {
        foreach (var scheduled in JobSchedule.All)
        {
            var key = new JobKey(scheduled.Job.Name);
            quartz.AddJob(scheduled.Job, job => job.WithIdentity(key).StoreDurably().WithDescription(scheduled.Reason));

            // A run that was missed while no node was up is made once, not as often as it was missed.
            quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(key.Name)
                .WithCronSchedule(scheduled.Cron, cron => cron.InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
        }
    }

    private static TimeZoneInfo SiteZone(IServiceCollection services) =>
        TimeZoneInfo.FindSystemTimeZoneById(
            ((Site)services.Single(s => s.ServiceType == typeof(Site)).ImplementationInstance!).TimeZone);
}
