using System.Net.Sockets;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Pipeline;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace KneeLoad.Web.Tests.Work;

/// <summary>A try counts only when it ended by its own fault, and what is given up leaves nothing.</summary>
public sealed class WorkTurnTests : IAsyncLifetime
{
    private PipelineHouse house = null!;
    private Runner runner = null!;
    private Probe probe = null!;

    public async ValueTask InitializeAsync() => (house, runner, probe) = await Probe.HouseAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    public static TheoryData<string, WorkOutcome, int> Ends => new()
    {
        { "fault", WorkOutcome.Again, 1 },
        { "away", WorkOutcome.Again, 0 },
        { "lost", WorkOutcome.InOtherHands, 0 },
        { "unended", WorkOutcome.Again, 0 },
        { "cancelled", WorkOutcome.Again, 1 },
        { "not now", WorkOutcome.Again, 1 },
        { "never", WorkOutcome.GivenUp, 1 },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_try_counts_only_by_its_own_fault(string end, WorkOutcome outcome, int attempts)
    {
        var key = await Probe.AddAsync(house, runner.Id);
        probe.Do = (_, _) => end switch
        {
            "fault" => throw new InvalidDataException("of a file"),
            "away" => throw new DbUpdateException("outer", new NpgsqlException("gone", new SocketException())),
            "lost" => throw new ClaimLostException(),
            "cancelled" => throw new OperationCanceledException(),
            "not now" => throw new NotDoneException(end, isFinal: false),
            "never" => throw new NotDoneException(end, isFinal: true),
            _ => Task.CompletedTask,
        };

        Assert.Equal(outcome, await Probe.TryAsync(house, key));

        var row = await Probe.RowAsync(house, key);
        Assert.Equal((attempts, end == "never"), (row.Attempts, row.Failed));
        Assert.Equal(end switch { "fault" => "InvalidDataException", "not now" or "never" => end, _ => row.Reason }, row.Reason);
    }

    [Fact]
    public async Task A_stop_counts_for_nothing_and_the_work_is_due_at_once()
    {
        var key = await Probe.AddAsync(house, runner.Id);
        using var stop = new CancellationTokenSource();
        probe.Do = async (_, cancellationToken) =>
        {
            await stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        };

        Assert.Equal(WorkOutcome.Stopped, await Probe.TryAsync(house, key, stop.Token));

        var row = await Probe.RowAsync(house, key);
        Assert.Equal((0, null, null, true), (row.Attempts, row.Owner, row.HandedOver, row.Due <= MachineTime.Own.Now));
    }

    [Fact]
    public async Task RE_13_Work_that_failed_waits_longer_from_try_to_try_and_is_given_up_after_the_fifth()
    {
        var key = await Probe.AddAsync(house, runner.Id);
        probe.Do = (_, _) => throw new InvalidDataException("of a file");
        var outcomes = new List<WorkOutcome>();
        var pauses = new List<Duration>();

        for (var tries = 0; tries < Probe.Tries; tries++)
        {
            outcomes.Add(await Probe.TryAsync(house, key));
            pauses.Add((await Probe.RowAsync(house, key)).Due - MachineTime.Own.Now);
            await DueAsync();
        }

        Assert.Equal([WorkOutcome.Again, WorkOutcome.Again, WorkOutcome.Again, WorkOutcome.Again, WorkOutcome.GivenUp], outcomes);
        Assert.Equal(pauses.Take(4).Order(), pauses.Take(4));
        var row = await Probe.RowAsync(house, key);
        Assert.Equal((true, Probe.Tries, null), (row.Failed, row.Attempts, row.Owner));
        Assert.Equal(WorkOutcome.Nothing, await Probe.TryAsync(house, key));
    }

    [Fact]
    public async Task What_giving_up_changes_and_the_mark_are_one_transaction()
    {
        var key = await Probe.AddAsync(house, runner.Id);
        await house.AskAsync(db => db.Work.ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, Probe.Tries)));
        probe.GiveUp = _ => throw new InvalidOperationException("half way");

        Assert.Equal(WorkOutcome.Again, await Probe.TryAsync(house, key));
        var after = await Probe.RowAsync(house, key);
        await DueAsync();
        probe.GiveUp = _ => Task.CompletedTask;

        Assert.Equal((false, null), (after.Failed, after.Owner));
        Assert.Equal(WorkOutcome.GivenUp, await Probe.TryAsync(house, key));
        Assert.True((await Probe.RowAsync(house, key)).Failed);
    }

    [Fact]
    public async Task Work_in_another_living_hand_is_left_alone_and_taken_over_once_its_claim_ran_out()
    {
        var key = await Probe.AddAsync(house, runner.Id);
        using var other = house.OtherProcess();
        await Probe.TakeAsync(house, other, key);

        var held = await Probe.TryAsync(house, key);
        var pause = await house.UseAsync<WorkTurn, Duration>(turn => turn.UntilNextAsync(Probe.Kind, key, CancellationToken.None));
        await Probe.RunOutAsync(house);
        var taken = await Probe.TryAsync(house, key);

        Assert.Equal((WorkOutcome.InOtherHands, WorkOutcome.Again), (held, taken));
        Assert.InRange(pause, Duration.Zero, WorkClaims.Lease + Duration.FromSeconds(2));
    }

    [Fact]
    public async Task Work_that_a_process_died_with_is_done_with_no_other_beside_it()
    {
        var (suspect, other) = (await Probe.AddAsync(house, runner.Id), await Probe.AddAsync(house, runner.Id));
        await house.AskAsync(db => db.Work.Where(row => row.Key == suspect).ExecuteUpdateAsync(set => set.SetProperty(row => row.Alone, true)));
        using var begun = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var order = new List<Guid>();
        probe.Do = async (claim, _) =>
        {
            lock (order)
            {
                order.Add(claim.Key);
            }

            if (claim.Key == suspect)
            {
                begun.Release();
                await go.WaitAsync(CancellationToken.None);
            }
        };

        var first = Probe.TryAsync(house, suspect);
        await begun.WaitAsync();
        var second = Probe.TryAsync(house, other);
        var beside = order.ToList();
        go.Release();
        await Task.WhenAll(first, second);

        Assert.Equal([suspect], beside);
        Assert.Equal([suspect, other], order);
    }

    [Fact]
    public async Task Work_that_comes_on_lets_others_in_beside_it()
    {
        var (suspect, other) = (await Probe.AddAsync(house, runner.Id), await Probe.AddAsync(house, runner.Id));
        await house.AskAsync(db => db.Work.Where(row => row.Key == suspect).ExecuteUpdateAsync(set => set.SetProperty(row => row.Alone, true)));
        using var go = new SemaphoreSlim(0);
        probe.Do = async (claim, cancellationToken) =>
        {
            if (claim.Key == suspect)
            {
                await house.UseAsync<WorkClaims, bool>(async claims =>
                {
                    await claims.NoteAsync(claim, "half", cancellationToken);
                    return true;
                });
                await go.WaitAsync(CancellationToken.None);
            }
        };

        var first = Probe.TryAsync(house, suspect);
        await Probe.TryAsync(house, other);
        var isFirstOver = first.IsCompleted;
        go.Release();
        await first;

        Assert.False(isFirstOver);
    }

    [Fact]
    public async Task What_is_added_with_a_progress_begins_at_it_whoever_has_it_in_hand()
    {
        var key = Guid.NewGuid();
        await house.UseAsync<WorkList, bool>(async list =>
        {
            await list.AddAsync(Probe.Kind, key, runner.Id, WorkRank.People, "old", CancellationToken.None);
            return true;
        });
        using var other = house.OtherProcess();
        var old = await Probe.TakeAsync(house, other, key);
        await house.UseAsync<WorkList, bool>(async list =>
        {
            await list.AddAsync(Probe.Kind, key, runner.Id, WorkRank.People, "new", CancellationToken.None);
            return true;
        });
        string? seen = null;
        probe.Do = (claim, _) =>
        {
            seen = claim.Progress;
            return Task.CompletedTask;
        };

        await Probe.TryAsync(house, key);

        Assert.Equal("new", seen);
        await Assert.ThrowsAsync<ClaimLostException>(() => house.UseAsync<WorkClaims, bool>(other, async claims =>
        {
            await claims.EndAsync(old!, CancellationToken.None);
            return true;
        }));
    }

    private Task<int> DueAsync()
    {
        var now = MachineTime.Own.Now;
        return house.AskAsync(db => db.Work.ExecuteUpdateAsync(set => set.SetProperty(row => row.Due, now)));
    }
}
