using Hangfire;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Work.Looks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Work.Engine;

/// <summary>Readies the engine before its workers begin: hands over what waits and writes the timetable.</summary>
internal sealed class EngineStart(IServiceScopeFactory scopes, Lazy<JobStorage> storage, DatabaseChoice database, TimeSpan look) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            await HandOverAnewAsync(cancellationToken);
        }

        var manager = new RecurringJobManager(storage.Value);
        var options = new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc };
        manager.AddOrUpdate(
            Name(Rhythm.Minute), LookJob.Of(Rhythm.Minute), look < TimeSpan.FromMinutes(1) ? $"*/{look.TotalSeconds:0} * * * * *" : Cron.Minutely(), options);
        manager.AddOrUpdate(Name(Rhythm.Hour), LookJob.Of(Rhythm.Hour), Cron.Hourly(17), options);
        manager.AddOrUpdate(Name(Rhythm.Night), LookJob.Of(Rhythm.Night), Cron.Daily(3, 23), options);
        manager.Trigger(Name(Rhythm.Minute));
        manager.Trigger(Name(Rhythm.Hour));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Name(Rhythm rhythm) => $"look-each-{rhythm}".ToLowerInvariant();

    // The folder belongs to this process alone: whoever had work in hand is dead, and the engine's memory is empty.
    private async Task HandOverAnewAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.OfAll();
        await scope.ServiceProvider.GetRequiredService<WorkClaims>().TakeBackAsync(all: true, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>().Work.Where(row => row.HandedOver != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HandedOver, (Instant?)null), cancellationToken);
    }
}
