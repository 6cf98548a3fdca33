using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Risk;
using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Data.Reading;

public sealed class RunnerHistoryReaderTests : IClassFixture<RunningService>
{
    private readonly FakeClock clock = new(MadeRun.Monday + Duration.FromDays(1));
    private readonly WebHost host;

    public RunnerHistoryReaderTests(RunningService service) => host = service.Anew(clock);

    [Fact]
    public async Task Weeks_without_uploads_are_weeks_of_zero_up_to_today()
    {
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync(("run.fit", MadeRun.Fit(MadeRun.Monday)));
        clock.Advance(Duration.FromDays(21));

        var history = await ReadAsync(runner);

        Assert.Equal(new LocalDate(2026, 3, 24), history.Today);
        Assert.Equal([1, 0, 0, 0], history.Weeks.Select(week => week.Runs));
        Assert.Equal(Enumerable.Range(0, 4).Select(week => new LocalDate(2026, 3, 2).PlusWeeks(week)), history.Weeks.Select(week => week.Week.FirstDay));
    }

    [Fact]
    public async Task Of_a_long_history_the_last_year_and_the_first_run_are_read()
    {
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync(
            ("first.fit", MadeRun.Fit(MadeRun.Monday - Duration.FromDays(2000))),
            ("old.fit", MadeRun.Fit(MadeRun.Monday - Duration.FromDays(1000))),
            ("new.fit", MadeRun.Fit(MadeRun.Monday)));

        var history = await ReadAsync(runner);

        Assert.Equal([new LocalDate(2020, 9, 9), new LocalDate(2026, 3, 2)], history.Runs.Select(run => run.Metrics.LocalDate));
        Assert.All(history.Weeks, week => Assert.True(week.Week.FirstDay > new LocalDate(2025, 1, 1)));
        Assert.Equal(new LocalDate(2026, 3, 2), history.Weeks[^1].Week.FirstDay);
    }

    [Fact]
    public async Task What_lies_beyond_200_days_is_read_of_its_weeks_and_assesses_today_as_its_runs_do()
    {
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync([.. ((int[])[390, 388, 380, 372, 350, 330, 300, 215, 203, 197, 180, 171, 160, 3]).Select((ago, i) =>
            ($"{ago}.fit", MadeRun.Fit(MadeRun.Monday - Duration.FromDays(ago), minutes: 6 + (3 * (i % 4)))))]);

        var history = await ReadAsync(runner);
        var whole = await host.AskAsync(db => HistoryRows.ReadAsync(db, runner.RunnerId, history.Today.PlusDays(-400), CancellationToken.None));

        Assert.Equal(
            whole.Select(run => (run.Key, run.Metrics.Start, run.Metrics.Distance)),
            history.Runs.Select(run => (run.Key, run.Metrics.Start, run.Metrics.Distance)));
        Assert.Equal(9, history.Runs.Count(run => run.Metrics.Cadence is null));
        Assert.Equal(
            StoredJson.Write(RiskModel.Assess(whole, history.Diary, history.Profile, history.Today)),
            StoredJson.Write(RiskModel.Assess(history.Runs, history.Diary, history.Profile, history.Today)));

        // An earlier version stored weeks alone.
        await host.AskAsync(db => db.Weeks.ExecuteUpdateAsync(set => set.SetProperty(week => week.Runs, (string?)null)));
        Assert.All((await ReadAsync(runner)).Runs, run => Assert.NotNull(run.Metrics.Cadence));
    }

    [Fact]
    public async Task A_run_of_long_ago_alone_leaves_weeks_of_zero()
    {
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync(("first.fit", MadeRun.Fit(MadeRun.Monday - Duration.FromDays(2000))));
        clock.Advance(Duration.FromDays(70));

        var history = await ReadAsync(runner);

        Assert.Single(history.Runs);
        Assert.InRange(history.Weeks.Count, 50, 60);
        Assert.All(history.Weeks, week => Assert.Equal(0, week.Runs));
    }

    [Fact]
    public async Task The_day_is_the_runners_own_and_what_was_told_is_there()
    {
        var runner = await host.RunnerAsync("a", "Pacific/Auckland");
        clock.Reset(Instant.FromUtc(2026, 3, 2, 12, 0));
        await host.AskAsync(async db =>
        {
            db.DiaryNotes.Add(new DiaryNote
            {
                Id = Guid.NewGuid(),
                RunnerId = runner.RunnerId,
                Day = new LocalDate(2026, 3, 1),
                Entered = clock.GetCurrentInstant(),
                WorstPain = 3,
            });
            db.DiaryNotes.Add(new DiaryNote
            {
                Id = Guid.NewGuid(),
                RunnerId = runner.RunnerId,
                Day = new LocalDate(2020, 1, 1),
                Entered = clock.GetCurrentInstant(),
                RedFlags = RedFlags.Locking,
            });
            db.DiaryNotes.Add(new DiaryNote
            {
                Id = Guid.NewGuid(),
                RunnerId = runner.RunnerId,
                Day = new LocalDate(2020, 1, 2),
                Entered = clock.GetCurrentInstant(),
                WorstPain = 9,
            });
            return await db.SaveChangesAsync();
        });

        var history = await ReadAsync(runner);

        Assert.Equal(new LocalDate(2026, 3, 3), history.Today);
        Assert.Equal("Pacific/Auckland", history.Profile.Zone.Id);
        Assert.Equal([null, 3], history.Diary.Select(entry => entry.WorstPain));
    }

    private async Task<RunnerHistory> ReadAsync(RunnerClient runner)
    {
        await using var scope = host.Services.OfAll();
        return await scope.ServiceProvider.GetRequiredService<IRunnerHistoryReader>().ReadAsync(runner.RunnerId, CancellationToken.None);
    }
}
