using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Runs.Repeats;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Data.Questions;

/// <summary>Reads what a runner has to be asked.</summary>
public sealed class OpenQuestionsReader(KneeLoadDbContext db)
{
    /// <summary>So many runs of an unknown day are named. [1]</summary>
    private const int MostUndated = 50;

    /// <summary>So many pairs of runs are named. [1]</summary>
    private const int MostCopies = 20;

    /// <summary>Runs of an unknown day are stored as of 1970.</summary>
    internal static readonly LocalDate FirstKnownDay = new(2000, 1, 1);

    /// <summary>Everything that is open.</summary>
    public async Task<OpenQuestions> ReadAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        var copies = await ToPairsAsync(CopiesOf(runnerId).Take(MostCopies), cancellationToken);
        var count = copies.Count < MostCopies ? copies.Count : await CopiesOf(runnerId).Take(OpenQuestions.MostCounted + 1).CountAsync(cancellationToken);
        return new(copies, await UndatedAsync(runnerId, cancellationToken)) { CopyCount = count };
    }

    /// <summary>All pairs of runs that may be one run in two zones, oldest first.</summary>
    public Task<IReadOnlyList<OpenQuestions.Pair>> CopiesAsync(Guid runnerId, CancellationToken cancellationToken) =>
        ToPairsAsync(CopiesOf(runnerId), cancellationToken);

    private IQueryable<CopyRow> CopiesOf(Guid runnerId)
    {
        var counted = db.Runs.AsNoTracking().Where(run => run.RunnerId == runnerId && run.DuplicateOfId == null && !run.LeftOut);
        return counted.Where(run => run.CopyId != null)
            .Join(counted, run => run.CopyId, copy => (Guid?)copy.Id, (run, copy) => new { run.Id, CopyId = copy.Id, run.Start, CopyStart = copy.Start })
            .OrderBy(pair => pair.Start).ThenBy(pair => pair.Id)
            .Select(pair => new CopyRow(pair.Id, pair.CopyId, pair.Start, pair.CopyStart));
    }

    private static async Task<IReadOnlyList<OpenQuestions.Pair>> ToPairsAsync(IQueryable<CopyRow> copies, CancellationToken cancellationToken) =>
        [.. (await copies.ToListAsync(cancellationToken))
            .Select(pair => new OpenQuestions.Pair(
                pair.Id, pair.CopyId, ShiftedCopies.ShiftOf(pair.CopyStart - pair.Start) ?? pair.CopyStart - pair.Start, pair.Start))];

    private async Task<IReadOnlyList<OpenQuestions.UndatedRun>> UndatedAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        var rows = await db.Runs.AsNoTracking()
            .Where(run => run.RunnerId == runnerId && run.LocalDate < FirstKnownDay && !run.LeftOut)
            .OrderBy(run => run.Upload.Received).ThenBy(run => run.Id)
            .Select(run => new { run.Id, run.Metrics, run.MemberName, run.Upload.FileName })
            .Take(MostUndated)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => (Row: row, Metrics: StoredJson.ReadMetrics(row.Metrics)))
            .Where(run => run.Metrics is { DateUnknown: true, Kind: not (RunKind.Other or RunKind.Course) })
            .Select(run => new OpenQuestions.UndatedRun(run.Row.Id, run.Row.MemberName ?? run.Row.FileName, run.Metrics.Distance))];
    }

    private sealed record CopyRow(Guid Id, Guid CopyId, Instant Start, Instant CopyStart);
}
