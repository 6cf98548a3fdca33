using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Pipeline;
using KneeLoad.Web.Work;
using KneeLoad.Web.Work.Engine;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Work;

/// <summary>The engine gets a few of each runner's, and nothing that it forgets is lost.</summary>
public sealed class HandOverTests : IAsyncLifetime
{
    private static readonly int Window = 2 * Math.Max(2, Environment.ProcessorCount);
    private readonly Engine engine = new();
    private PipelineHouse house = null!;
    private Runner runner = null!;

    public async ValueTask InitializeAsync() => (house, runner, _) = await Probe.HouseAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_runner_has_a_few_of_each_rank_in_the_engine_and_the_oldest_first()
    {
        var people = new List<Guid>();
        for (var i = 0; i < Window + 3; i++)
        {
            people.Add(await Probe.AddAsync(house, runner.Id));
        }

        var machine = await Probe.AddAsync(house, runner.Id, WorkRank.Machines);
        await HandOverAsync();
        await HandOverAsync();
        var atOnce = engine.Taken.ToList();
        await house.AskAsync(db => db.Work.Where(row => row.Key == people[0]).ExecuteDeleteAsync());
        await HandOverAsync();

        Assert.Equal([.. people.Take(Window), machine], atOnce);
        Assert.Equal([.. atOnce, people[Window]], engine.Taken);
    }

    [Fact]
    public async Task Work_that_pauses_after_a_try_leaves_its_place_to_what_is_new()
    {
        for (var i = 0; i < Window; i++)
        {
            await Probe.AddAsync(house, runner.Id);
        }

        var later = MachineTime.Own.Now + Duration.FromMinutes(5);
        await house.AskAsync(db => db.Work.ExecuteUpdateAsync(set => set.SetProperty(row => row.Due, later).SetProperty(row => row.Attempts, 1)));
        await HandOverAsync();
        var fresh = await Probe.AddAsync(house, runner.Id);

        await HandOverAsync();

        Assert.Equal(Window + 1, engine.Taken.Count);
        Assert.Equal(fresh, engine.Taken[^1]);
    }

    [Fact]
    public async Task What_the_engine_does_not_take_is_handed_over_again()
    {
        var key = await Probe.AddAsync(house, runner.Id);
        engine.Fault = new IOException("away");
        await Assert.ThrowsAsync<IOException>(HandOverAsync);
        engine.Fault = null;

        await HandOverAsync();

        Assert.Equal([key], engine.Taken);
    }

    [Fact]
    public async Task What_the_engine_forgot_is_handed_over_again_and_what_it_just_got_is_not()
    {
        var (forgotten, ahead, fresh) = (await Probe.AddAsync(
            house, runner.Id), await Probe.AddAsync(house, runner.Id), await Probe.AddAsync(house, runner.Id));
        await HandOverAsync();
        engine.Taken.Clear();
        var past = MachineTime.Own.Now - Duration.FromMinutes(11);
        var future = MachineTime.Own.Now + Duration.FromDays(400);
        await house.AskAsync(db => db.Work
            .Where(row => row.Key == forgotten)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HandedOver, (Instant?)past).SetProperty(row => row.Due, past)));
        // The clock was set back since.
        await house.AskAsync(db => db.Work
            .Where(row => row.Key == ahead)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HandedOver, (Instant?)future).SetProperty(row => row.Due, future)));

        await LookAsync();

        Assert.Equal(new[] { forgotten, ahead }.Order(), engine.Taken.Order());
        Assert.True((await Probe.RowAsync(house, ahead)).Due <= MachineTime.Own.Now);
        Assert.DoesNotContain(fresh, engine.Taken);
    }

    [Fact]
    public async Task A_look_hands_over_what_nobody_rang_for_of_every_runner_and_of_nobody()
    {
        var others = new List<Guid?> { null, runner.Id };
        for (var i = 0; i < 5; i++)
        {
            others.Add((await house.AddRunnerAsync("UTC")).Id);
        }

        var keys = new List<Guid>();
        foreach (var other in others)
        {
            keys.Add(await Probe.AddAsync(house, other));
        }

        await LookAsync();

        Assert.Equal(keys.Order(), engine.Taken.Order());
    }

    [Fact]
    public async Task A_row_that_its_worker_gave_back_before_it_was_marked_is_not_taken_for_handed_over()
    {
        var key = await Probe.AddAsync(house, runner.Id);
        engine.OnTake = () => Probe.TryAsync(house, key);

        await HandOverAsync();

        Assert.Null((await Probe.RowAsync(house, key)).HandedOver);
    }

    private Task<bool> HandOverAsync() => house.UseAsync<Handing, bool>(handing => handing.RunAsync(engine, runner.Id));

    private Task<bool> LookAsync() => house.UseAsync<Handing, bool>(handing => handing.LookAsync(engine));

    private sealed class Engine : IJobEngine
    {
        public List<Guid> Taken { get; } = [];

        public Exception? Fault { get; set; }

        public Func<Task>? OnTake { get; set; }

        public void Take(string kind, Guid key, WorkRank rank, Duration delay)
        {
            if (Fault is not null)
            {
                throw Fault;
            }

            Taken.Add(key);
#pragma warning disable VSTHRD002 // The engine takes work in one breath.
            OnTake?.Invoke().GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
        }
    }

    /// <summary>The hand-over and the look for lost work, with an engine of the test's own.</summary>
    public sealed class Handing(KneeLoadDbContext db, WorkClaims claims)
    {
        public async Task<bool> RunAsync(IJobEngine engine, Guid runnerId)
        {
            await new HandOver(db, engine, MachineTime.Own).RunAsync(runnerId, CancellationToken.None);
            return true;
        }

        public async Task<bool> LookAsync(IJobEngine engine)
        {
            await new LostWork(db, claims, new HandOver(db, engine, MachineTime.Own)).LookAsync(CancellationToken.None);
            return true;
        }
    }
}
