using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Corrections;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Pipeline;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Pipeline;

/// <summary>Acts of a runner, made in any order.</summary>
internal static class MadeActs
{
    /// <summary>The runner's zone.</summary>
    public const string Zone = "Pacific/Auckland";

    /// <summary>Sequences of acts; a shorter one leaves out one act.</summary>
    public static Arbitrary<(Act Act, int Which)[]> Sequences { get; } = Arb.From(
        from length in Gen.Choose(4, 16)
        from acts in Gen.ArrayOf(
            from act in Gen.Frequency(
                (5, Gen.Constant(Act.Upload)), (4, Gen.Constant(Act.UploadThree)), (4, Gen.Constant(Act.Undo)), (2, Gen.Constant(Act.Deny)),
                (2, Gen.Constant(Act.TellKind)), (2, Gen.Constant(Act.TellDistance)), (2, Gen.Constant(Act.TellStart)), (2, Gen.Constant(Act.LeaveOut)),
                (2, Gen.Constant(Act.Delete)),
                (3, Gen.Constant(Act.TakeBack)),
                (1, Gen.Constant(Act.AddByHand)),
                (3, Gen.Constant(Act.AnswerCopies)),
                (1, Gen.Constant(Act.WeekStart)),
                (1, Gen.Constant(Act.Diary)),
                (1, Gen.Constant(Act.TellLongest)), (1, Gen.Constant(Act.TellInjury)), (1, Gen.Constant(Act.TellBirthYear)), (2, Gen.Constant(Act.Pass)))
            from which in Gen.Choose(0, 9999)
            select (act, which),
            length)
        select acts,
        acts => Enumerable.Range(0, acts.Length).Select(left => acts.Where((_, i) => i != left).ToArray()));

    /// <summary>Does one act.</summary>
    public static Task DoAsync(PipelineHouse house, Guid runner, Act act, int which) => act switch
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
        var batches = await house.AskAsync(db => db.Uploads
            .Where(upload => upload.RunnerId == runner)
            .OrderBy(upload => upload.Id)
            .Select(upload => upload.BatchId)
            .ToListAsync());
        if (batches.Count > 0)
        {
            await act(batches[which % batches.Count]);
        }
    }

    private static async Task OnRunAsync(PipelineHouse house, Guid runner, int which, Func<Guid, Task> act)
    {
        var runs = await house.AskAsync(db => db.Runs
            .Where(run => run.RunnerId == runner)
            .OrderBy(run => run.Start)
            .ThenBy(run => run.Id)
            .Select(run => run.Id)
            .ToListAsync());
        if (runs.Count > 0)
        {
            await act(runs[which % runs.Count]);
        }
    }

    private static async Task OnCorrectionAsync(PipelineHouse house, Guid runner, int which)
    {
        var told = await house.AskAsync(db => db.RunCorrections
            .Where(row => row.RunnerId == runner)
            .OrderBy(row => row.RunId)
            .ThenBy(row => row.Kind)
            .ToListAsync());
        if (told.Count > 0)
        {
            var back = told[which % told.Count];
            await house.UseAsync<RunCorrecting, bool>(correcting => correcting.TakeBackAsync(runner, [back.RunId], back.Kind, CancellationToken.None));
        }
    }

    /// <summary>Tells a correction of runs.</summary>
    public static Task<Instant?> TellAsync(PipelineHouse house, Guid runner, Correction correction, params Guid[] runs) =>
        house.UseAsync<RunCorrecting, Instant?>(correcting => correcting.TellAsync(runner, runs, correction, CancellationToken.None));

    // Anywhere in the half year of the files, in between them and among them.
    private static Instant Start(int which) => Instant.FromUtc(2026, 1, 5, 7, 0) + Duration.FromMinutes(26.3 * which);

    private static LocalDate DayOf(Instant moment) => moment.InZone(DateTimeZoneProviders.Tzdb[Zone]).Date;
}

/// <summary>The acts of a runner. The numbers pick among what is there at that moment, so that any part of a sequence is one too.</summary>
internal enum Act
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
