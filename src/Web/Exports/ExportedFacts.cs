using System.Text.Json;
using System.Text.Json.Serialization;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace KneeLoad.Web.Exports;

/// <summary>The facts that a runner told, as an export says them. It is a file that anybody may have written: what no form would take is left out.</summary>
internal sealed record ExportedFacts(
    ExportedAccount? Account,
    ExportedTold? Told,
    IReadOnlyList<ExportedNote> Diary,
    IReadOnlyList<ExportedCorrection> Corrections,
    IReadOnlyList<ExportedWay> Ways)
{
    private const int MostRows = 100_000;
    private const int FirstYear = 1900;
    private const int WorstPain = 10;
    private const int LastHour = 23;
    private const double LongestMetres = 1_000_000;

    /// <summary>Clocks of two machines may differ by so much.</summary>
    private static readonly Duration ClockPlay = Duration.FromMinutes(1);

    private static readonly LocalDate Earliest = new(2000, 1, 1);

    /// <summary>The options by which tables are read.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters =
        {
            NodaConverters.InstantConverter, NodaConverters.LocalDateConverter,
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
        },
    };

    /// <summary>Stores what the account lacks. The caller is inside of <see cref="Work.RunnerWork"/>.</summary>
    /// <returns>False when the runner agrees no more that health data is stored.</returns>
    public async Task<bool> StoreAsync(KneeLoadDbContext db, Runner runner, Instant now, CancellationToken cancellationToken)
    {
        if (!runner.Processing.Stores)
        {
            return false;
        }

        var isEmpty = !await db.Uploads.AnyAsync(upload => upload.RunnerId == runner.Id, cancellationToken)
            && !await db.DiaryNotes.AnyAsync(note => note.RunnerId == runner.Id, cancellationToken);
        var row = await db.Users.SingleAsync(one => one.Id == runner.Id, cancellationToken);
        Settle(row, isEmpty, now);
        await AddNotesAsync(db, row, now, cancellationToken);
        await AddWaysAsync(db, runner.Id, cancellationToken);
        await AddCorrectionsAsync(db, runner.Id, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return true;
    }

    private void Settle(Runner row, bool isEmpty, Instant now)
    {
        var latest = now.WithOffset(Offset.MaxValue).Date;
        if (isEmpty && Account is { } account)
        {
            row.TimeZone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(account.TimeZone ?? "")?.Id ?? row.TimeZone;
            row.Units = account.Units ?? row.Units;
            row.WeekStart = account.WeekStart is { } start and not IsoDayOfWeek.None ? start : row.WeekStart;
            row.WeeklyMail = account.WeeklyMail ?? row.WeeklyMail;
            row.MailDay = account.MailDay is { } day and not IsoDayOfWeek.None ? day : row.MailDay;
            row.MailHour = account.MailHour is { } hour and >= 0 and <= LastHour ? hour : row.MailHour;
        }

        if (Told is not { } told)
        {
            return;
        }

        row.BirthYear ??= told.BirthYear is { } year && year >= FirstYear && year <= latest.Year ? year : null;
        row.KneeInjury ??= told.KneeInjury <= latest ? told.KneeInjury : null;
        row.OtherInjury ??= told.OtherInjury <= latest ? told.OtherInjury : null;
        row.LongestBeforeMetres ??= told.LongestBeforeMetres is > 0 and <= LongestMetres ? told.LongestBeforeMetres : null;
        if (row.ToldHeelStrike is null && told.ToldFootStrikeOn is null or { Year: >= FirstYear })
        {
            row.ToldHeelStrike ??= told.ToldHeelStrike;
            row.ToldFootStrikeOn ??= row.ToldHeelStrike is null ? null : told.ToldFootStrikeOn;
        }

        row.Paused |= isEmpty && told.Paused;
    }

    private async Task AddNotesAsync(KneeLoadDbContext db, Runner runner, Instant now, CancellationToken cancellationToken)
    {
        var here = (await db.DiaryNotes.Where(note => note.RunnerId == runner.Id).Select(note => new { note.Day, note.Entered }).ToListAsync(cancellationToken))
            .Select(note => (note.Day, note.Entered)).ToHashSet();
        var latest = now.WithOffset(Offset.MaxValue).Date;
        db.DiaryNotes.AddRange(Diary.Take(MostRows)
            .Where(note => note.Day >= Earliest
                && note.Day <= latest
                && note.Entered <= now
                && note.WorstPain is null or (>= 0 and <= WorstPain)
                && here.Add((note.Day, note.Entered)))
            .Select(note => new DiaryNote
            {
                Id = Guid.CreateVersion7(),
                RunnerId = runner.Id,
                Day = note.Day,
                Entered = note.Entered,
                WorstPain = note.WorstPain,
                SettledWithinHour = note.SettledWithinHour,
                WorseNextMorning = note.WorseNextMorning,
                Activity = note.Activity,
                Side = note.Side,
                FrontOfKnee = note.FrontOfKnee,
                Limping = note.Limping,
                RedFlags = FlagsOf(note.RedFlags),
                RedFlagClosed = note.RedFlagClosed,
            }));
    }

    private async Task AddWaysAsync(KneeLoadDbContext db, Guid runnerId, CancellationToken cancellationToken)
    {
        var here = await db.WayCorrections.Where(way => way.RunnerId == runnerId).Select(way => way.WayId).ToHashSetAsync(cancellationToken);
        db.WayCorrections.AddRange(Ways.Take(MostRows).Where(way => SurfaceClasses.IsGround(way.Class) && here.Add(way.WayId))
            .Select(way => new WayCorrection { RunnerId = runnerId, WayId = way.WayId, Class = way.Class }));
    }

    private async Task AddCorrectionsAsync(KneeLoadDbContext db, Guid runnerId, Instant now, CancellationToken cancellationToken)
    {
        var here = (await db.RunCorrections
            .Where(told => told.RunnerId == runnerId)
            .Select(told => new { told.RunId, told.Kind })
            .ToListAsync(cancellationToken))
            .Select(told => (told.RunId, told.Kind)).ToHashSet();
        foreach (var told in Corrections.Take(MostRows))
        {
            if (told is { ContentHash: { Length: 64 } hash, Member: >= 0 and var member, Ordinal: >= 0 and var ordinal }
                && told.Told <= now + ClockPlay
                && IsSound(told, now)
                && here.Add((RunKey.Of(runnerId, hash, member, ordinal), told.Kind)))
            {
                db.RunCorrections.Add(new()
                {
                    RunnerId = runnerId,
                    RunId = RunKey.Of(runnerId, hash, member, ordinal),
                    Kind = told.Kind,
                    RunKind = told.RunKind,
                    Metres = told.Metres,
                    Start = told.Start,
                    Day = told.Day,
                    Told = told.Told,
                });
            }
        }
    }

    private static bool IsSound(ExportedCorrection told, Instant now) => told.Kind switch
    {
        CorrectionKind.RunKind => told.RunKind is { } kind && CanBeTold(kind),
        CorrectionKind.Distance => told.Metres is > 0 and <= LongestMetres,
        CorrectionKind.Start => told is { Start: { } start, Day: { } day } && day >= Earliest && start <= now,
        _ => told is { RunKind: null, Metres: null, Start: null, Day: null },
    };

    private static bool CanBeTold(RunKind kind) => kind is RunKind.Run or RunKind.Walk or RunKind.Other;

    private static RedFlags FlagsOf(string? words) => (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(
            RedFlags.None,
            (sofar, word) => sofar | (Enum.TryParse<RedFlags>(word, ignoreCase: true, out var flag) && Enum.IsDefined(flag) ? flag : RedFlags.None));
}

internal sealed record ExportedManifest(int Layout);

internal sealed record ExportedAccount(
    string? TimeZone, UnitSystem? Units, IsoDayOfWeek? WeekStart, bool? WeeklyMail, IsoDayOfWeek? MailDay, int? MailHour);

internal sealed record ExportedTold(
    int? BirthYear, LocalDate? KneeInjury, LocalDate? OtherInjury, double? LongestBeforeMetres, bool? ToldHeelStrike, LocalDate? ToldFootStrikeOn, bool Paused);

internal sealed record ExportedUpload(string? FileName, string? ContentHash, string? Path, Instant? Received, bool ByHand);

internal sealed record ExportedNote(
    LocalDate Day,
    Instant Entered,
    int? WorstPain,
    bool? SettledWithinHour,
    bool? WorseNextMorning,
    ToldActivity? Activity,
    KneeSide? Side,
    bool FrontOfKnee,
    bool Limping,
    string? RedFlags,
    LocalDate? RedFlagClosed);

internal sealed record ExportedCorrection(
    string? ContentHash, int? Member, int? Ordinal, CorrectionKind Kind, RunKind? RunKind, double? Metres, Instant? Start, LocalDate? Day, Instant Told);

internal sealed record ExportedWay(long WayId, SurfaceClass Class);
