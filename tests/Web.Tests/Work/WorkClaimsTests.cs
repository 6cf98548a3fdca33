using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Pipeline;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Work;

/// <summary>Work is in one hand at a time, and a death is blamed on nobody who is innocent.</summary>
public sealed class WorkClaimsTests : IAsyncLifetime
{
    private PipelineHouse house = null!;
    private Runner runner = null!;
    private WorkHands one = null!;
    private WorkHands two = null!;

    public async ValueTask InitializeAsync()
    {
        (house, runner, _) = await Probe.HouseAsync();
        (one, two) = (house.OtherProcess(), house.OtherProcess());
    }

    public async ValueTask DisposeAsync()
    {
        one.Dispose();
        two.Dispose();
        await house.DisposeAsync();
    }

    [Fact]
    public async Task Of_many_workers_one_takes_the_work()
    {
        var key = await Probe.AddAsync(house, runner.Id);

        var taken = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Probe.TakeAsync(house, i % 2 == 0 ? one : two, key)));

        var claim = Assert.Single(taken, claim => claim is not null);
        Assert.Equal(claim!.Token, (await Probe.RowAsync(house, key)).Claim);
    }

    [Fact]
    public async Task Work_that_is_not_due_or_was_given_up_is_not_taken()
    {
        var (later, failed) = (await Probe.AddAsync(house, runner.Id), await Probe.AddAsync(house, runner.Id));
        var due = MachineTime.Own.Now + Duration.FromMinutes(1);
        await house.AskAsync(db => db.Work.Where(row => row.Key == later).ExecuteUpdateAsync(set => set.SetProperty(row => row.Due, due)));
        await house.AskAsync(db => db.Work.Where(row => row.Key == failed).ExecuteUpdateAsync(set => set.SetProperty(row => row.Failed, true)));

        Assert.Null(await Probe.TakeAsync(house, one, later));
        Assert.Null(await Probe.TakeAsync(house, one, failed));
    }

    [Fact]
    public async Task RE_14_A_worker_whose_work_was_taken_over_commits_nothing()
    {
        var key = await Probe.AddAsync(house, runner.Id);
        var slow = await Probe.TakeAsync(house, one, key);
        await Probe.RunOutAsync(house);
        await Probe.TakeBackAsync(house, two);
        var quick = await Probe.TakeAsync(house, two, key);

        await Assert.ThrowsAsync<ClaimLostException>(() => ChangeAsync(one, slow!, 1950));
        await ChangeAsync(two, quick!, 1960);
        await Assert.ThrowsAsync<ClaimLostException>(() => ChangeAsync(one, slow!, 1970));

        Assert.Equal(1960, await house.AskAsync(db => db.Users.Select(row => row.BirthYear).SingleAsync()));
    }

    [Fact]
    public async Task A_beat_extends_what_is_in_hand_and_nothing_else()
    {
        var (held, left) = (await Probe.AddAsync(house, runner.Id), await Probe.AddAsync(house, runner.Id));
        var claim = await Probe.TakeAsync(house, one, held);
        await Probe.TakeAsync(house, one, left);
        await Probe.RunOutAsync(house);
        using var place = await one.EnterAsync(isAlone: false, CancellationToken.None);

        using (one.Keep(claim!, place, MachineTime.Own.Now + WorkClaims.Lease))
        {
            await one.BeatAsync(CancellationToken.None);
        }

        Assert.True((await Probe.RowAsync(house, held)).Until > MachineTime.Own.Now);
        Assert.True((await Probe.RowAsync(house, left)).Until < MachineTime.Own.Now);
    }

    [Fact]
    public async Task A_process_that_stood_still_longer_than_its_claim_knows_it_without_asking_and_one_that_lost_it_learns_it_at_the_next_beat()
    {
        var key = await Probe.AddAsync(house, runner.Id);
        var claim = (await Probe.TakeAsync(house, one, key))!;
        using var place = await one.EnterAsync(isAlone: false, CancellationToken.None);
        bool still, held, lost;
        using (one.Keep(claim, place, MachineTime.Own.Now))
        {
            still = one.Holds(claim);
            await one.BeatAsync(CancellationToken.None);
            held = one.Holds(claim);
            await house.AskAsync(db => db.Work.ExecuteDeleteAsync());
            await one.BeatAsync(CancellationToken.None);
            lost = one.Holds(claim);
        }

        Assert.Equal((false, true, false, false), (still, held, lost, one.Holds(claim)));
    }

    [Fact]
    public async Task Work_that_goes_on_as_another_kind_keeps_its_tries_and_leaves_the_hand()
    {
        var key = await Probe.AddAsync(house, runner.Id);
        await house.AskAsync(db => db.Work.ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, 3)));
        var claim = (await Probe.TakeAsync(house, one, key))!;

        await house.UseAsync<WorkClaims, bool>(one, async claims =>
        {
            await claims.GoOnAsAsync(claim, "another", CancellationToken.None);
            return true;
        });

        var row = await Probe.RowAsync(house, key);
        Assert.Equal(("another", 3, null, null), (row.Kind, row.Attempts, row.Owner, row.HandedOver));
        await Assert.ThrowsAsync<ClaimLostException>(() => house.UseAsync<WorkClaims, bool>(one, async claims =>
        {
            await claims.HoldAsync(claim, CancellationToken.None);
            return true;
        }));
    }

    [Fact]
    public async Task RE_13_A_death_counts_as_a_try_from_the_second_on_and_only_for_work_that_was_alone_in_hand()
    {
        var key = await Probe.AddAsync(house, runner.Id);
        var seen = new List<(int Deaths, int Attempts, bool Alone)>();

        for (var death = 0; death < 3; death++)
        {
            using var mortal = house.OtherProcess();
            await Probe.TakeAsync(house, mortal, key);
            await Probe.RunOutAsync(house);
            await Probe.TakeBackAsync(house, two);
            var row = await Probe.RowAsync(house, key);
            seen.Add((row.Deaths, row.Attempts, row.Alone));
        }

        Assert.Equal([(1, 0, true), (2, 1, true), (3, 2, true)], seen);
    }

    [Fact]
    public async Task Bystanders_of_a_death_are_innocent_and_are_done_alone_from_then_on()
    {
        Guid[] keys = [await Probe.AddAsync(house, runner.Id), await Probe.AddAsync(house, runner.Id)];
        foreach (var key in keys)
        {
            await Probe.TakeAsync(house, one, key);
        }

        await Probe.RunOutAsync(house);
        await Probe.TakeBackAsync(house, two);

        Assert.All(
            await house.AskAsync(db => db.Work.AsNoTracking().ToListAsync()),
            row => Assert.Equal((0, 0, true, null, null), (row.Deaths, row.Attempts, row.Alone, row.Owner, row.HandedOver)));
    }

    [Fact]
    public async Task What_comes_on_is_no_longer_suspected()
    {
        var key = await Probe.AddAsync(house, runner.Id);
        await Probe.TakeAsync(house, one, key);
        await Probe.RunOutAsync(house);
        await Probe.TakeBackAsync(house, two);
        var claim = await Probe.TakeAsync(house, two, key);

        await house.UseAsync<WorkClaims, bool>(two, async claims =>
        {
            await claims.NoteAsync(claim!, "half", CancellationToken.None);
            return true;
        });

        var row = await Probe.RowAsync(house, key);
        Assert.Equal((0, false, "half"), (row.Deaths, row.Alone, row.Progress));
    }

    [Fact]
    public async Task A_process_that_still_extends_other_work_is_not_dead()
    {
        var (lost, kept) = (await Probe.AddAsync(house, runner.Id), await Probe.AddAsync(house, runner.Id));
        await Probe.TakeAsync(house, one, lost);
        await Probe.RunOutAsync(house);
        await Probe.TakeAsync(house, one, kept);

        await Probe.TakeBackAsync(house, two);

        var back = await Probe.RowAsync(house, lost);
        Assert.Equal((null, 0, false), (back.Owner, back.Deaths, back.Alone));
        Assert.Equal(one.Process, (await Probe.RowAsync(house, kept)).Owner);
    }

    [Fact]
    public async Task A_process_takes_nothing_out_of_its_own_hand_and_blames_nothing_on_itself()
    {
        var (held, left) = (await Probe.AddAsync(house, runner.Id), await Probe.AddAsync(house, runner.Id));
        var claim = await Probe.TakeAsync(house, one, held);
        await Probe.TakeAsync(house, one, left);
        await Probe.RunOutAsync(house);
        using var place = await one.EnterAsync(isAlone: false, CancellationToken.None);
        using var keeping = one.Keep(claim!, place, MachineTime.Own.Now + WorkClaims.Lease);

        await Probe.TakeBackAsync(house, one);

        Assert.Equal(one.Process, (await Probe.RowAsync(house, held)).Owner);
        var back = await Probe.RowAsync(house, left);
        Assert.Equal((null, 0, false), (back.Owner, back.Deaths, back.Alone));
    }

    [Fact]
    public async Task A_claim_that_would_run_for_years_since_the_clock_was_set_back_is_taken_back()
    {
        var key = await Probe.AddAsync(house, runner.Id);
        await Probe.TakeAsync(house, one, key);
        await Probe.RunOutAsync(house, MachineTime.Own.Now + Duration.FromDays(400));

        await Probe.TakeBackAsync(house, two);

        Assert.NotNull(await Probe.TakeAsync(house, two, key));
    }

    private Task<bool> ChangeAsync(WorkHands process, WorkClaim claim, int year) =>
        house.UseAsync<Birthday, bool>(process, change => change.CommitAsync(claim, year));

    /// <summary>A change of a runner's row, committed while a claim holds.</summary>
    private sealed class Birthday(KneeLoadDbContext db, RunnerWork work)
    {
        public async Task<bool> CommitAsync(WorkClaim claim, int year)
        {
            await work.DoAsync(
                claim,
                runner => db.Users.Where(row => row.Id == runner.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.BirthYear, year)),
                CancellationToken.None);
            return true;
        }
    }
}
