using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Pipeline;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace KneeLoad.Web.Tests.Work;

/// <summary>Work that does as a test tells it.</summary>
internal sealed class Probe
{
    public const string Kind = "probe";

    /// <summary>Tries of work that has no pauses of its own.</summary>
    public static readonly int Tries = new RetryPauses(TimeSpan.Zero).Tries;

    public Func<WorkClaim, CancellationToken, Task> Do { get; set; } = (_, _) => Task.CompletedTask;

    public Func<WorkClaim, Task> GiveUp { get; set; } = _ => Task.CompletedTask;

    public static async Task<(PipelineHouse House, Runner Runner, Probe Probe)> HouseAsync()
    {
        var probe = new Probe();
        var house = await PipelineHouse.OpenAsync(Instant.FromUtc(2026, 7, 1, 0, 0), services => services.AddSingleton(probe).AddWork<ProbeWork>(Kind));
        return (house, await house.AddRunnerAsync("UTC"), probe);
    }

    /// <summary>Adds work of this kind that waits.</summary>
    public static async Task<Guid> AddAsync(PipelineHouse house, Guid? runnerId, WorkRank rank = WorkRank.People)
    {
        var key = Guid.NewGuid();
        await house.UseAsync<WorkList, bool>(async list =>
        {
            await list.AddAsync(Kind, key, runnerId, rank, CancellationToken.None);
            return true;
        });
        return key;
    }

    public static Task<WorkItem> RowAsync(PipelineHouse house, Guid key) => house.AskAsync(db => db.Work.AsNoTracking().SingleAsync(row => row.Key == key));

    public static Task<WorkOutcome> TryAsync(PipelineHouse house, Guid key, CancellationToken cancellationToken = default) =>
        house.UseAsync<WorkTurn, WorkOutcome>(turn => turn.RunAsync(Kind, key, cancellationToken));

    /// <summary>Lets a process take work in hand.</summary>
    public static async Task<WorkClaim?> TakeAsync(PipelineHouse house, WorkHands process, Guid key)
    {
        var row = await house.UseAsync<WorkClaims, WorkItem?>(process, claims => claims.TakeAsync(Kind, key, CancellationToken.None));
        return row is { Claim: { } token } ? new(Kind, key, row.RunnerId, row.Progress, token) : null;
    }

    /// <summary>Lets all claims run out, as when their processes give no sign.</summary>
    public static Task RunOutAsync(PipelineHouse house, Instant? until = null)
    {
        var past = until ?? MachineTime.Own.Now - WorkClaims.Lease;
        return house.AskAsync(db => db.Work.Where(row => row.Owner != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.Until, (Instant?)past)));
    }

    /// <summary>Has a process take back what the dead have left.</summary>
    public static Task TakeBackAsync(PipelineHouse house, WorkHands process) => house.UseAsync<WorkClaims, bool>(process, async claims =>
    {
        await claims.TakeBackAsync(all: false, CancellationToken.None);
        return true;
    });
}

/// <summary>Work that does what the test says.</summary>
internal sealed class ProbeWork(Probe probe) : IWork
{
    public Task DoAsync(WorkClaim claim, CancellationToken cancellationToken) => probe.Do(claim, cancellationToken);

    public Task GiveUpAsync(WorkClaim claim, Exception? fault, CancellationToken cancellationToken) => probe.GiveUp(claim);
}
