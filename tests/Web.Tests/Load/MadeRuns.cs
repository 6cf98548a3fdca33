using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Load;

/// <summary>A history of many years, made of one run that was read.</summary>
internal static class MadeRuns
{
    /// <summary>Stores one run a day before the first one that a runner has.</summary>
    /// <returns>The run in their middle.</returns>
    public static Task<Guid> MakeAsync(WebHost host, Guid runnerId, int count) => host.AskAsync(async db =>
    {
        var model = await db.Runs.AsNoTracking().Where(run => run.RunnerId == runnerId).OrderBy(run => run.Start).FirstAsync();
        var metrics = StoredJson.ReadMetrics(model.Metrics);
        var middle = Guid.Empty;
        foreach (var chunk in Enumerable.Range(1, count).Chunk(500))
        {
            var runs = chunk.Select(days => Moved(
                model, metrics with { Start = model.Start - Duration.FromDays(days), LocalDate = model.LocalDate.PlusDays(-days) }, days)).ToList();
            db.Runs.AddRange(runs);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            middle = runs.Find(run => run.Ordinal == count / 2)?.Id ?? middle;
        }

        return middle;
    });

    private static Run Moved(Run model, Analysis.Runs.RunMetrics metrics, int days) => new()
    {
        Id = Guid.NewGuid(),
        RunnerId = model.RunnerId,
        UploadId = model.UploadId,
        Ordinal = days,
        Start = metrics.Start,
        End = model.End - Duration.FromDays(days),
        LocalDate = metrics.LocalDate,
        IsRun = true,
        ModelVersion = model.ModelVersion,
        Metrics = StoredJson.Write(metrics),
        Load = model.Load,
        Cells = model.Cells,
        Traces = model.Traces,
    };
}
