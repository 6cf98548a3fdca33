using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Runs.Repeats;
using KneeLoad.Web.Data.Corrections;
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

    // Runs of an unknown day are stored as of 1970.
    private static readonly LocalDate FirstKnownDay = new(2000, 1, 1);

    /// <summary>Everything that is open.</summary>
    public async Task<OpenQuestions> ReadAsync(Guid runnerId, CancellationToken cancellationToken) =>
        new(await CopiesAsync(runnerId, cancellationToken), await UndatedAsync(runnerId, cancellationToken));

    /// <summary>Pairs of runs that may be one run in two zones, oldest first.</summary>
    public async Task<IReadOnlyList<OpenQuestions.Pair>> CopiesAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        var counted = db.Runs.AsNoTracking().Where(run => run.RunnerId == runnerId && run.DuplicateOfId == null && !run.LeftOut && run.LocalDate >= FirstKnownDay);
        var starts = await counted.OrderBy(run => run.Start).ThenBy(run => run.Id).Select(run => new { run.Id, run.Start }).ToListAsync(cancellationToken);
        // Of thousands of runs few lie whole quarters of an hour apart: only theirs are read.
        var near = new HashSet<Guid>();
        for (var i = 0; i < starts.Count; i++)
        {
            for (var j = i + 1; j < starts.Count && starts[j].Start - starts[i].Start <= ShiftedCopies.Reach; j++)
            {
                if (ShiftedCopies.IsShift(starts[j].Start - starts[i].Start))
                {
                    near.UnionWith([starts[i].Id, starts[j].Id]);
                }
            }
        }

        var rows = near.Count == 0 ? [] : await counted.Where(run => near.Contains(run.Id)).Select(run => new { run.Id, run.Start, run.Metrics }).ToListAsync(cancellationToken);
        var told = await ToldOfRuns.ReadAsync(db, runnerId, near, cancellationToken);
        var candidates = rows.Where(row => !told.Has(row.Id, CorrectionKind.NotTheSame))
            .Select(row => DuplicateCandidate.Of(row.Id.ToString("n"), StoredJson.ReadMetrics(row.Metrics), told.IsOneInTwoZones(row.Id)));
        var startOf = rows.ToDictionary(row => row.Id, row => row.Start);
        return [.. ShiftedCopies.Find([.. candidates]).Select(pair =>
            new OpenQuestions.Pair(Guid.ParseExact(pair.Earlier, "n"), Guid.ParseExact(pair.Later, "n"), pair.Shift, startOf[Guid.ParseExact(pair.Earlier, "n")]))];
    }

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
}
