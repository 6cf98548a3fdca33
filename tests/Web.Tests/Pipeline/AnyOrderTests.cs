using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Corrections;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Questions;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Pipeline;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Pipeline;

/// <summary>Whatever comes, goes and is corrected in whatever order, the rows are those that a computation from scratch gives.</summary>
public sealed class AnyOrderTests(ITestOutputHelper output)
{
    private const string Zone = "Pacific/Auckland";
    private static readonly Instant Opened = Instant.FromUtc(2026, 6, 26, 11, 0);
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("KNEELOAD_LONG") == "1";

    /// <summary>What a runner does. The numbers pick among what is there at that moment, so that any part of a sequence is one too.</summary>
    public enum Act
    {
        Upload,
        UploadThree,
        Undo,
        Deny,
        TellKind,
        TellDistance,
        TellStart,
        LeaveOut,
        Delete,
        TakeBack,
        AddByHand,
        AnswerCopies,
        WeekStart,
        Diary,
        TellLongest,
        TellInjury,
        TellBirthYear,
        Pass,
    }

    private static readonly Arbitrary<(Act Act, int Which)[]> Sequences = Arb.From(
        from length in Gen.Choose(4, 16)
        from acts in Gen.ArrayOf(
            from act in Gen.Frequency(
                (5, Gen.Constant(Act.Upload)), (4, Gen.Constant(Act.UploadThree)), (4, Gen.Constant(Act.Undo)), (2, Gen.Constant(Act.Deny)),
                (2, Gen.Constant(Act.TellKind)), (2, Gen.Constant(Act.TellDistance)), (2, Gen.Constant(Act.TellStart)), (2, Gen.Constant(Act.LeaveOut)),
                (2, Gen.Constant(Act.Delete)), (3, Gen.Constant(Act.TakeBack)), (1, Gen.Constant(Act.AddByHand)), (3, Gen.Constant(Act.AnswerCopies)), (1, Gen.Constant(Act.WeekStart)), (1, Gen.Constant(Act.Diary)),
                (1, Gen.Constant(Act.TellLongest)), (1, Gen.Constant(Act.TellInjury)), (1, Gen.Constant(Act.TellBirthYear)), (2, Gen.Constant(Act.Pass)))
            from which in Gen.Choose(0, 9999)
            select (act, which),
            length)
        select acts,
        acts => Enumerable.Range(0, acts.Length).Select(left => acts.Where((_, i) => i != left).ToArray()));

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
    public async Task One_answer_on_equal_runs_at_other_hours_holds_for_all_of_them_and_is_taken_back_by_one_click()
    {
        await using var house = await PipelineHouse.OpenAsync(Opened);
        var runner = (await house.AddRunnerAsync(Zone)).Id;
        await house.UploadAsync(runner, [.. MadeDays.Files]);
        var before = await CopiesAsync(house, runner);
        var counted = await house.AskAsync(db => db.Runs.CountAsync(run => run.DuplicateOfId == null));

        var moment = await house.UseAsync<CopiesAnswer, Instant?>(answer => answer.TellAsync(runner, areOne: true, CancellationToken.None));

        Assert.Equal(MadeDays.Copies, before.Count);
        Assert.Empty(await CopiesAsync(house, runner));
        Assert.Equal(counted - MadeDays.Copies, await house.AskAsync(db => db.Runs.CountAsync(run => run.DuplicateOfId == null)));
        Assert.Null(await FindDifferenceAsync(house, runner));
        Assert.True(await house.UseAsync<RunCorrecting, bool>(correcting => correcting.TakeBackAsync(runner, moment!.Value, CancellationToken.None)));
        Assert.Equal(before, await CopiesAsync(house, runner));
        Assert.Null(await FindDifferenceAsync(house, runner));
    }

    [Fact]
    public async Task Runs_that_are_told_to_be_others_are_asked_about_no_more_and_both_count()
    {
        await using var house = await PipelineHouse.OpenAsync(Opened);
        var runner = (await house.AddRunnerAsync(Zone)).Id;
        await house.UploadAsync(runner, [.. MadeDays.Files]);
        var counted = await house.AskAsync(db => db.Runs.CountAsync(run => run.DuplicateOfId == null));

        await house.UseAsync<CopiesAnswer, Instant?>(answer => answer.TellAsync(runner, areOne: false, CancellationToken.None));

        Assert.Empty(await CopiesAsync(house, runner));
        Assert.Equal(counted, await house.AskAsync(db => db.Runs.CountAsync(run => run.DuplicateOfId == null)));
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

    private static Task<IReadOnlyList<OpenQuestions.Pair>> CopiesAsync(PipelineHouse house, Guid runner) =>
        house.UseAsync<OpenQuestionsReader, IReadOnlyList<OpenQuestions.Pair>>(reader => reader.CopiesAsync(runner, CancellationToken.None));

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

    private static Task DoAsync(PipelineHouse house, Guid runner, Act act, int which) => act switch
    {
        Act.Upload => house.UploadAsync(runner, File(which)),
        Act.UploadThree => house.UploadAsync(runner, File(which), File(which / 3), File(which / 7)),
        Act.Undo => OnUploadAsync(house, runner, which, batch => house.UndoAsync(runner, batch)),
        Act.Deny => OnRunAsync(house, runner, which, run => TellAsync(house, runner, Correction.NotTheSame, run)),
        Act.TellKind => OnRunAsync(house, runner, which, run =>
            TellAsync(house, runner, Correction.Was((which % 3) switch { 0 => RunKind.Run, 1 => RunKind.Walk, _ => RunKind.Other }), run)),
        Act.TellDistance => OnRunAsync(house, runner, which, run => TellAsync(house, runner, Correction.Measured(new(50 + (which * 3))), run)),
        Act.TellStart => OnRunAsync(house, runner, which, run => TellAsync(house, runner, Correction.Began(Start(which), DayOf(Start(which))), run)),
        Act.LeaveOut => OnRunAsync(house, runner, which, run => TellAsync(house, runner, Correction.LeaveOut, run)),
        Act.Delete => OnRunAsync(house, runner, which, run => TellAsync(house, runner, Correction.Delete, run)),
        Act.TakeBack => OnCorrectionAsync(house, runner, which),
        Act.AddByHand => house.UseAsync<RunByHand, Guid?>(byHand =>
            byHand.AddAsync(runner, Start(which), DayOf(Start(which)), new(3000 + which), Duration.FromMinutes(15 + (which % 60)), CancellationToken.None)),
        Act.AnswerCopies => house.UseAsync<CopiesAnswer, Instant?>(answer => answer.TellAsync(runner, which % 3 > 0, CancellationToken.None)),
        Act.WeekStart => house.UseAsync<WeekStartChange, int>(async change =>
        {
            await change.RunAsync(runner, (IsoDayOfWeek)(1 + (which % 7)), CancellationToken.None);
            return 0;
        }),
        Act.Diary => house.AskAsync(db =>
        {
            db.DiaryNotes.Add(new()
            {
                Id = Guid.NewGuid(),
                RunnerId = runner,
                Day = house.Clock.GetCurrentInstant().InUtc().Date.PlusDays(-(which % 20)),
                Entered = house.Clock.GetCurrentInstant(),
                WorstPain = which % 8,
                SettledWithinHour = which % 2 == 0,
                Activity = (which % 5) switch { 0 => null, var told => (ToldActivity)(told - 1) },
            });
            return db.SaveChangesAsync();
        }),
        Act.TellLongest => TellAsync(house, runner, row => row.LongestBeforeMetres = IsTakenBack(which) ? null : 1000 + (7 * which)),
        Act.TellInjury when which % 2 == 0 => TellAsync(house, runner, row => row.KneeInjury = InjuryDay(house, which)),
        Act.TellInjury => TellAsync(house, runner, row => row.OtherInjury = InjuryDay(house, which)),
        Act.TellBirthYear => TellAsync(house, runner, row => row.BirthYear = IsTakenBack(which) ? null : 1950 + (which % 70)),
        _ => PassAsync(house, which),
    };

    private static Task<int> TellAsync(PipelineHouse house, Guid runner, Action<KneeLoad.Web.Data.Entities.Runner> tell) => house.AskAsync(async db =>
    {
        tell(await db.Users.SingleAsync(row => row.Id == runner));
        return await db.SaveChangesAsync();
    });

    private static bool IsTakenBack(int which) => which % 4 == 0;

    private static LocalDate? InjuryDay(PipelineHouse house, int which) =>
        IsTakenBack(which / 2) ? null : house.Clock.GetCurrentInstant().InUtc().Date.PlusDays(-(which % 500));

    private static byte[] File(int which) => MadeDays.Files[which % MadeDays.Files.Length];

    private static Task PassAsync(PipelineHouse house, int which)
    {
        house.Clock.Advance(Duration.FromHours(1 + (which % 1200)));
        return Task.CompletedTask;
    }

    private static async Task OnUploadAsync(PipelineHouse house, Guid runner, int which, Func<Guid, Task> act)
    {
        var batches = await house.AskAsync(db => db.Uploads.Where(upload => upload.RunnerId == runner).OrderBy(upload => upload.Id).Select(upload => upload.BatchId).ToListAsync());
        if (batches.Count > 0)
        {
            await act(batches[which % batches.Count]);
        }
    }

    private static async Task OnRunAsync(PipelineHouse house, Guid runner, int which, Func<Guid, Task> act)
    {
        var runs = await house.AskAsync(db => db.Runs.Where(run => run.RunnerId == runner).OrderBy(run => run.Start).ThenBy(run => run.Id).Select(run => run.Id).ToListAsync());
        if (runs.Count > 0)
        {
            await act(runs[which % runs.Count]);
        }
    }

    private static async Task OnCorrectionAsync(PipelineHouse house, Guid runner, int which)
    {
        var told = await house.AskAsync(db => db.RunCorrections.Where(row => row.RunnerId == runner).OrderBy(row => row.RunId).ThenBy(row => row.Kind).ToListAsync());
        if (told.Count > 0)
        {
            var back = told[which % told.Count];
            await house.UseAsync<RunCorrecting, bool>(correcting => correcting.TakeBackAsync(runner, [back.RunId], back.Kind, CancellationToken.None));
        }
    }

    private static Task<Instant?> TellAsync(PipelineHouse house, Guid runner, Correction correction, params Guid[] runs) =>
        house.UseAsync<RunCorrecting, Instant?>(correcting => correcting.TellAsync(runner, runs, correction, CancellationToken.None));

    // Anywhere in the half year of the files, in between them and among them.
    private static Instant Start(int which) => Instant.FromUtc(2026, 1, 5, 7, 0) + Duration.FromMinutes(26.3 * which);

    private static LocalDate DayOf(Instant moment) => moment.InZone(DateTimeZoneProviders.Tzdb[Zone]).Date;

    /// <summary>Compares the stored rows with a computation from scratch; null when they are the same.</summary>
    private static async Task<string?> FindDifferenceAsync(PipelineHouse house, Guid runnerId)
    {
        var runner = await house.AskAsync(db => db.Users.AsNoTracking().SingleAsync(row => row.Id == runnerId));
        var runs = await house.AskAsync(db => db.AllRuns.AsNoTracking().Where(row => row.RunnerId == runnerId).ToListAsync());
        var corrections = await house.AskAsync(db => db.RunCorrections.AsNoTracking().Where(row => row.RunnerId == runnerId).ToListAsync());
        var weeks = await house.AskAsync(db => db.Weeks.Where(row => row.RunnerId == runnerId).OrderBy(row => row.FirstDay).Select(row => row.Load).ToListAsync());
        var read = await house.UseAsync<IRunnerHistoryReader, RunnerHistory>(reader => reader.ReadAsync(runnerId, CancellationToken.None));
        var scratch = new FromScratch(runner, await house.OriginalsAsync(runnerId), corrections);
        var expected = scratch.Weeks(runner.WeekStart, read.Today).ToList();
        var shown = expected.Where(week => StoredJson.ReadWeek(week).Week.FirstDay <= read.Today);

        return Difference("runs", scratch.Rows.Split('\n'), FromScratch.Lines(runs).Split('\n'))
            // Weeks are stored up to the last change; those since then are added when they are read.
            ?? Difference("weeks", expected.Take(weeks.Count), weeks)
            ?? Difference("weeks as read", shown, read.Weeks.Select(StoredJson.Write))
            ?? Difference("assessment", [scratch.Assessment(read.Diary, read.Today)], [StoredJson.Write(RiskModel.Assess(read.Runs, read.Diary, read.Profile, read.Today))]);
    }

    private static string? Difference(string what, IEnumerable<string> expected, IEnumerable<string> stored)
    {
        var (missing, extra) = (expected.Except(stored).ToList(), stored.Except(expected).ToList());
        return expected.SequenceEqual(stored)
            ? null
            : $"{what}\nfrom scratch, {missing.Count} not stored: {Short(missing)}\nstored, {extra.Count} not from scratch: {Short(extra)}";
    }

    private static string Short(List<string> lines) => lines is [var first, ..] ? first[..Math.Min(first.Length, 1500)] : "";
}
