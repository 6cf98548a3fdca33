using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Corrections;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static KneeLoad.Web.Tests.Pipeline.MadeActs;
using static KneeLoad.Web.Tests.Pipeline.StoredRows;

namespace KneeLoad.Web.Tests.Pipeline;

/// <summary>Whatever comes, goes and is corrected in whatever order, the rows are those that a computation from scratch gives.</summary>
public sealed class AnyOrderTests(ITestOutputHelper output)
{
    private static readonly Instant Opened = Instant.FromUtc(2026, 6, 26, 11, 0);
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("KNEELOAD_LONG") == "1";

    [Fact]
    public async Task Any_order_of_uploads_deletions_and_corrections_gives_the_rows_of_a_computation_from_scratch()
    {
        await using var house = await PipelineHouse.OpenAsync(Opened);
        var config = Config.QuickThrowOnFailure.WithMaxTest(IsLong ? 500 : 20).WithQuietOnSuccess(true);

        Prop.ForAll(Sequences, acts => HoldsAsync(house, acts)).Check(config);
    }

    [Fact]
    public async Task What_lay_inside_a_run_that_is_undone_counts_again()
    {
        await using var house = await PipelineHouse.OpenAsync(Opened);
        var runner = (await house.AddRunnerAsync(Zone)).Id;
        await house.UploadAsync(runner, MadeDays.LongRun);
        await house.UploadAsync(runner, MadeDays.InsideIt);
        var batch = await house.AskAsync(db => db.Runs.OrderBy(run => run.Start).Select(run => run.Upload.BatchId).FirstAsync());

        await house.UndoAsync(runner, batch);

        Assert.Null((await house.AskAsync(db => db.Runs.SingleAsync())).DuplicateOfId);
        Assert.Null(await FindDifferenceAsync(house, runner));
    }

    [Fact]
    public async Task Weeks_between_an_undone_run_to_come_and_today_go_with_it()
    {
        await using var house = await PipelineHouse.OpenAsync(Opened);
        var runner = (await house.AddRunnerAsync(Zone)).Id;
        await house.UploadAsync(runner, MadeDays.LongRun);
        await house.UploadAsync(runner, MadeDays.ToCome);
        var batch = await house.AskAsync(db => db.Runs.OrderByDescending(run => run.Start).Select(run => run.Upload.BatchId).FirstAsync());

        await house.UndoAsync(runner, batch);

        Assert.Null(await FindDifferenceAsync(house, runner));
    }

    [Fact]
    public async Task Weeks_in_which_nothing_came_are_stored_with_the_next_run()
    {
        await using var house = await PipelineHouse.OpenAsync(Opened);
        var runner = (await house.AddRunnerAsync(Zone)).Id;
        await house.UploadAsync(runner, MadeDays.LongRun);
        house.Clock.Advance(Duration.FromDays(70));

        await house.UploadAsync(runner, MadeDays.ToCome);

        var days = await house.AskAsync(db => db.Weeks.OrderBy(week => week.FirstDay).Select(week => week.FirstDay).ToListAsync());
        Assert.All(days.Zip(days.Skip(1)), pair => Assert.Equal(pair.First.PlusWeeks(1), pair.Second));
    }

    [Fact]
    public async Task A_correction_may_change_which_run_repeats_which()
    {
        await using var house = await PipelineHouse.OpenAsync(Opened);
        var runner = (await house.AddRunnerAsync(Zone)).Id;
        await house.UploadAsync(runner, MadeDays.WithoutSport, MadeDays.WithSport);
        var doubtful = await house.AskAsync(db => db.Runs.Where(run => run.DuplicateOfId != null).Select(run => run.Id).SingleAsync());

        await TellAsync(house, runner, Correction.Was(RunKind.Other), doubtful);

        Assert.All(await house.AskAsync(db => db.Runs.ToListAsync()), run => Assert.Null(run.DuplicateOfId));
        Assert.Null(await FindDifferenceAsync(house, runner));
    }

    [Fact]
    public async Task A_deleted_run_comes_back_as_it_was_told_meanwhile()
    {
        await using var house = await PipelineHouse.OpenAsync(Opened);
        var runner = (await house.AddRunnerAsync(Zone)).Id;
        await house.UploadAsync(runner, MadeDays.LongRun, MadeDays.InsideIt, MadeDays.ToCome);
        var run = await house.AskAsync(db => db.Runs.Where(row => row.IsRun).OrderBy(row => row.Start).Select(row => row.Id).FirstAsync());
        await TellAsync(house, runner, Correction.Measured(new(20_000)), run);
        await TellAsync(house, runner, Correction.Delete, run);
        Assert.Null(await FindDifferenceAsync(house, runner));
        await house.UseAsync<RunCorrecting, bool>(correcting => correcting.TakeBackAsync(runner, [run], CorrectionKind.Distance, CancellationToken.None));

        await house.UseAsync<RunCorrecting, bool>(correcting => correcting.TakeBackAsync(runner, [run], CorrectionKind.Deleted, CancellationToken.None));

        Assert.Null(await FindDifferenceAsync(house, runner));
        Assert.Equal(46_800, StoredJson.ReadMetrics((await house.AskAsync(db => db.Runs.SingleAsync(row => row.Id == run))).Metrics).Distance!.Value.Metres, 1);
    }

    private async Task<bool> HoldsAsync(PipelineHouse house, (Act Act, int Which)[] acts)
    {
        house.Clock.Reset(Opened);
        var runner = (await house.AddRunnerAsync(Zone)).Id;
        foreach (var (act, which) in acts)
        {
            await DoAsync(house, runner, act, which);
        }

        return await FindDifferenceAsync(house, runner) is not { } difference || Fails(acts, difference);
    }

    private bool Fails((Act Act, int Which)[] acts, string difference)
    {
        output.WriteLine($"{string.Join(", ", acts)}\n{difference}\n");
        return false;
    }
}
