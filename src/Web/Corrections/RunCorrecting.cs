using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Corrections;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Pipeline.Uploads;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Corrections;

/// <summary>
/// Stores what a runner tells of activities, or takes it back, and recomputes all that follows from it. Afterwards every row is as if
/// it had been told before the files came.
/// </summary>
public sealed class RunCorrecting(KneeLoadDbContext db, RunnerWork work, OriginalReading originals, Recomputation recomputation, IClock clock)
{
    /// <summary>Kinds that one click tells of several runs.</summary>
    private static readonly CorrectionKind[] OfSeveral = [CorrectionKind.LeftOut, CorrectionKind.Deleted, CorrectionKind.SameRun, CorrectionKind.OtherRun];

    /// <summary>Tells one thing of one activity or of several.</summary>
    /// <returns>The moment under which it can be taken back as a whole; null when none of the activities is the runner's.</returns>
    /// <exception cref="Storage.DamagedOriginalException">An original that is needed cannot be read.</exception>
    public async Task<Instant?> TellAsync(Guid runnerId, IReadOnlyCollection<Guid> runIds, Correction correction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(runIds);
        ArgumentNullException.ThrowIfNull(correction);
        var moment = default(Instant);
        var changed = await ChangeAsync(
            runnerId,
            runIds,
            Correction.ChangesAnalysis(correction.Kind),
            async rows =>
            {
                var ids = rows.ConvertAll(row => row.Id);
                var before = Of(runnerId, ids, correction.Kind);
                if (Correction.ChangesAnalysis(correction.Kind))
                {
                    await before.ExecuteDeleteAsync(cancellationToken);
                }
                else
                {
                    // Told before: undoing this click must not undo that one.
                    // Of an equal run at another hour only one answer holds: that two are one.
                    var had = await before.Select(row => row.RunId).ToListAsync(cancellationToken);
                    had.AddRange(correction.Kind is CorrectionKind.OtherRun
                        ? await Of(runnerId, ids, CorrectionKind.SameRun).Select(row => row.RunId).ToListAsync(cancellationToken)
                        : []);
                    ids.RemoveAll(had.Contains);
                    await Of(runnerId, correction.Kind is CorrectionKind.SameRun ? ids : [], CorrectionKind.OtherRun).ExecuteDeleteAsync(cancellationToken);
                }

                moment = await NextMomentAsync(runnerId, cancellationToken);
                db.RunCorrections.AddRange(ids.Select(id => RowOf(runnerId, id, correction, moment)));
                await db.SaveChangesAsync(cancellationToken);
                if (correction.Kind is CorrectionKind.Deleted)
                {
                    await ShownAssessments.ForgetAsync(db, runnerId, rows.Min(row => row.Start), cancellationToken);
                }

                return true;
            },
            cancellationToken);
        return changed ? moment : null;
    }

    /// <summary>Takes back one thing that was told of some activities.</summary>
    /// <returns>False when it was told of none of them.</returns>
    /// <exception cref="Storage.DamagedOriginalException">An original that is needed cannot be read.</exception>
    public Task<bool> TakeBackAsync(Guid runnerId, IReadOnlyCollection<Guid> runIds, CorrectionKind kind, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(runIds);
        return ChangeAsync(
            runnerId,
            runIds,
            Correction.ChangesAnalysis(kind),
            async rows => await Of(runnerId, rows.ConvertAll(row => row.Id), kind).ExecuteDeleteAsync(cancellationToken) > 0,
            cancellationToken);
    }

    /// <summary>Takes back what one click told of several runs.</summary>
    /// <param name="runnerId">Whose.</param>
    /// <param name="told">The moment that <see cref="TellAsync"/> gave.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>False when nothing of it is left.</returns>
    public async Task<bool> TakeBackAsync(Guid runnerId, Instant told, CancellationToken cancellationToken)
    {
        var click = db.RunCorrections.Where(row => row.RunnerId == runnerId && row.Told == told && OfSeveral.Contains(row.Kind));
        var runIds = await click.Select(row => row.RunId).Distinct().ToListAsync(cancellationToken);
        return runIds.Count > 0 && await ChangeAsync(
            runnerId, runIds, analyses: false, async _ => await click.ExecuteDeleteAsync(cancellationToken) > 0, cancellationToken);
    }

    private async Task<bool> ChangeAsync(
        Guid runnerId, IReadOnlyCollection<Guid> runIds, bool analyses, Func<List<Run>, Task<bool>> store, CancellationToken cancellationToken)
    {
        var read = new Dictionary<Guid, ImportedRun>();
        foreach (var id in analyses ? runIds : [])
        {
            // Before the lock is taken: reading a large archive takes its time, and what a file says does not change.
            if (await originals.ReadAsync(runnerId, id, cancellationToken) is { } run)
            {
                read[id] = run;
            }
        }

        return await work.DoAsync(
            runnerId,
            async runner =>
            {
                var rows = await db.AllRuns
                    .Where(run => run.RunnerId == runnerId && runIds.Contains(run.Id))
                    .ToListAsync(cancellationToken);
                if (rows.Count == 0 || !await store(rows))
                {
                    return false;
                }

                var before = SpanOf(rows);
                await ApplyAsync(runner, rows, read, cancellationToken);
                foreach (var span in new[] { before, SpanOf(rows) }.Distinct())
                {
                    await recomputation.RunAsync(runner, span, cancellationToken);
                }

                return true;
            },
            cancellationToken);
    }

    private async Task ApplyAsync(Runner runner, List<Run> rows, Dictionary<Guid, ImportedRun> read, CancellationToken cancellationToken)
    {
        var told = await ToldOfRuns.ReadAsync(db, runner.Id, rows.ConvertAll(row => row.Id), cancellationToken);
        var ways = await GroundCorrections.ReadAsync(db, runner.Id, cancellationToken);
        foreach (var row in rows)
        {
            if (read.TryGetValue(row.Id, out var run))
            {
                run.Tell(row, told, ways, runner.Zone);
            }
            else
            {
                ImportedRun.Mark(row, told);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        // The steps attach rows of their own, these too where one repeats another now, or no more.
        db.ChangeTracker.Clear();
    }

    // Each click of a runner has a moment of its own. Every database keeps whole milliseconds.
    private async Task<Instant> NextMomentAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        var last = await db.RunCorrections.Where(row => row.RunnerId == runnerId).MaxAsync(row => (Instant?)row.Told, cancellationToken);
        var now = Instant.FromUnixTimeMilliseconds(clock.GetCurrentInstant().ToUnixTimeMilliseconds());
        return last >= now ? last.Value + Duration.FromMilliseconds(1) : now;
    }

    private IQueryable<RunCorrection> Of(Guid runnerId, List<Guid> runIds, CorrectionKind kind) =>
        db.RunCorrections.Where(row => row.RunnerId == runnerId && runIds.Contains(row.RunId) && row.Kind == kind);

    private static RunCorrection RowOf(Guid runnerId, Guid runId, Correction correction, Instant moment) => new()
    {
        RunnerId = runnerId,
        RunId = runId,
        Kind = correction.Kind,
        RunKind = correction.RunKind,
        Metres = correction.Distance?.Metres,
        Start = correction.Start,
        Day = correction.Day,
        Told = moment,
    };

    private static Interval SpanOf(List<Run> rows) => new(rows.Min(row => row.Start), rows.Max(row => row.End));
}
