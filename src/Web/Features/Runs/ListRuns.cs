using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Questions;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Features.Runs.Correcting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Features.Runs;

/// <summary>Reads the list of runs, a page at a time.</summary>
public sealed class ListRuns(KneeLoadDbContext db, CurrentRunner current, OpenQuestionsReader questions, Language language)
{
    private const int RunsOnPage = 50;

    /// <summary>One page of all activities, newest first.</summary>
    /// <param name="page">From 1; a number beyond either end is the page at that end.</param>
    /// <param name="told">The moment of a click to tell of; null for none. [ms since 1970]</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<RunsView> HandleAsync(int page, long? told, CancellationToken cancellationToken) =>
        (await ReadAsync(page, cancellationToken)) with
        {
            LastClick = told is { } moment ? await ClickAsync(moment, cancellationToken) : null,
            Open = await questions.ReadAsync(current.Id, cancellationToken),
        };

    private async Task<RunsView> ReadAsync(int page, CancellationToken cancellationToken)
    {
        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        var analysed = db.Runs.AsNoTracking().Where(run => run.RunnerId == current.Id && run.Load != null);
        var total = await analysed.CountAsync(cancellationToken);
        var deleted = await db.AllRuns.CountAsync(run => run.RunnerId == current.Id && run.Deleted, cancellationToken);
        var pages = Math.Max(1, (total + RunsOnPage - 1) / RunsOnPage);
        var shown = Math.Clamp(page, 1, pages);
        var rows = await analysed
            .OrderByDescending(run => run.Start).ThenByDescending(run => run.Id)
            .Skip((shown - 1) * RunsOnPage).Take(RunsOnPage)
            .Select(run => new { run.Id, run.LocalDate })
            .ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return new(runner.Format(language), [], shown, pages, total, deleted);
        }

        var history = await HistoryRows.ReadAsync(
            db, current.Id, HistoryWindow.From(rows.Min(row => row.LocalDate)), cancellationToken, HistoryWindow.Until(rows.Max(row => row.LocalDate)));
        var ratios = SpikeRatios.Of(history);
        var byKey = history.ToDictionary(run => Guid.Parse(run.Key));
        var runs = rows.Where(row => byKey.ContainsKey(row.Id)).Select(row => byKey[row.Id])
            .Select(run => new ListedRun(run, ratios.TryGetValue(run.Key, out var ratio) ? ratio : null));
        return new(runner.Format(language), [.. runs], shown, pages, total, deleted);
    }

    private async Task<ClickOnRuns?> ClickAsync(long told, CancellationToken cancellationToken)
    {
        if (CorrectionInput.Moment(told) is not { } moment)
        {
            return null;
        }

        var kinds = await db.RunCorrections
            .Where(row => row.RunnerId == current.Id && row.Told == moment)
            .Select(row => row.Kind)
            .ToListAsync(cancellationToken);
        int Of(CorrectionKind told) => kinds.Count(kind => kind == told);
        var click = new ClickOnRuns(told, Of(CorrectionKind.LeftOut), Of(CorrectionKind.Deleted), Of(CorrectionKind.SameRun), Of(CorrectionKind.OtherRun));
        return click is { LeftOut: 0, Deleted: 0, Same: 0, Other: 0 } ? null : click;
    }
}
