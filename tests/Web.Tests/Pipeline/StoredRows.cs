using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Data.Reading;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Tests.Pipeline;

/// <summary>The stored rows of a runner, held against a computation from scratch.</summary>
internal static class StoredRows
{
    /// <summary>Compares the stored rows with a computation from scratch; null when they are the same.</summary>
    public static async Task<string?> FindDifferenceAsync(PipelineHouse house, Guid runnerId)
    {
        var runner = await house.AskAsync(db => db.Users.AsNoTracking().SingleAsync(row => row.Id == runnerId));
        var runs = await house.AskAsync(db => db.AllRuns.AsNoTracking().Where(row => row.RunnerId == runnerId).ToListAsync());
        var corrections = await house.AskAsync(db => db.RunCorrections.AsNoTracking().Where(row => row.RunnerId == runnerId).ToListAsync());
        var weeks = await house.AskAsync(db => db.Weeks
            .Where(row => row.RunnerId == runnerId)
            .OrderBy(row => row.FirstDay)
            .Select(row => row.Load)
            .ToListAsync());
        var read = await house.UseAsync<IRunnerHistoryReader, RunnerHistory>(reader => reader.ReadAsync(runnerId, CancellationToken.None));
        var scratch = new FromScratch(runner, await house.OriginalsAsync(runnerId), corrections);
        var expected = scratch.Weeks(runner.WeekStart, read.Today).ToList();
        var shown = expected.Where(week => StoredJson.ReadWeek(week).Week.FirstDay <= read.Today);

        return Difference("runs", scratch.Rows.Split('\n'), FromScratch.Lines(runs).Split('\n'))
            // Weeks are stored up to the last change; those since then are added when they are read.
            ?? Difference("weeks", expected.Take(weeks.Count), weeks)
            ?? Difference("weeks as read", shown, read.Weeks.Select(StoredJson.Write))
            ?? Difference(
                "assessment",
                [scratch.Assessment(read.Diary, read.Today)],
                [StoredJson.Write(RiskModel.Assess(read.Runs, read.Diary, read.Profile, read.Today))]);
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
