using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Pipeline;

/// <summary>A history of years is recomputed part by part, so that the runner's next file waits for one part at most.</summary>
public sealed class LongHistoryTests
{
    private static readonly Instant Now = Instant.FromUtc(2029, 6, 1, 0, 0);

    [Fact]
    public async Task An_archive_of_years_gives_what_all_at_once_gives()
    {
        await using var house = await PipelineHouse.OpenAsync(Now);
        var runner = await house.AddRunnerAsync("UTC");
        // Two runs in the gap are stored already: one whose baseline reaches back to the archive, one that repeats a run of it.
        await house.UploadAsync(runner.Id, MadeDays.Fit(430, 40, 3, 86), MadeDays.Fit(18, 60, 2.7, 83, secondsLater: 10, heart: false));
        int[] days = [.. Enumerable.Range(0, 45).Select(i => 9 * i), .. Enumerable.Range(0, 50).Select(i => 700 + (10 * i))];

        // One more is of no known day, and stands decades before the others.
        await house.UploadAsync(runner.Id, Zip.Of([
            .. days.Select(day => ($"{day:0000}.fit", MadeDays.Fit(day, 60, 2.7 + (day % 5 * 0.1), 80 + (day % 7)))), ("undated.gpx", MadeDays.Undated)]));

        var scratch = new FromScratch(runner, await house.OriginalsAsync(runner.Id), []);
        Assert.Equal(
            UploadState.Done, await house.AskAsync(db => db.Uploads.OrderByDescending(upload => upload.Bytes).Select(upload => upload.State).FirstAsync()));
        Assert.Equal(scratch.Rows, FromScratch.Lines(await house.AskAsync(db => db.Runs.AsNoTracking().ToListAsync())));
        Assert.Equal(
            scratch.Weeks(runner.WeekStart, runner.DayAt(Now)),
            await house.AskAsync(db => db.Weeks.OrderBy(week => week.FirstDay).Select(week => week.Load).ToListAsync()));
    }

    [Fact]
    public async Task A_run_whose_day_nobody_knows_has_no_decades_of_weeks_added_up()
    {
        await using var house = await PipelineHouse.OpenAsync(Now);
        var runner = await house.AddRunnerAsync("UTC");
        await house.UploadAsync(runner.Id, MadeDays.Fit(0, 40, 3, 86));
        var first = await house.AskAsync(db => db.Weeks.MinAsync(week => week.FirstDay));
        await house.UploadAsync(runner.Id, MadeDays.Undated);

        var touched = await house.AskAsync(db => WeeksStep.TouchedAsync(
            db, runner, new Interval(NodaConstants.UnixEpoch, NodaConstants.UnixEpoch), Now, CancellationToken.None));

        Assert.Equal([NodaConstants.UnixEpoch], await house.AskAsync(db => db.Runs.OrderBy(run => run.Start).Select(run => run.Start).Take(1).ToListAsync()));
        Assert.Equal(first, Assert.Single(touched).First);
        Assert.Equal(first, await house.AskAsync(db => db.Weeks.MinAsync(week => week.FirstDay)));
    }
}
