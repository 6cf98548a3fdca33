using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
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

/// <summary>The last shown assessment of each day is kept, in few bytes, for 400 days.</summary>
public sealed partial class KeptAssessmentsTests : IClassFixture<RunningService>
{
    private const string Today = "/score/2026-05-06.json";
    private readonly FakeClock clock = new(MadeHistory.Now);
    private readonly WebHost host;

    public KeptAssessmentsTests(RunningService service) => host = service.Anew(clock);

    [Fact]
    public async Task Of_a_day_the_last_shown_is_kept_once()
    {
        var runner = await host.RunnerWithHistoryAsync();
        await runner.ReadAsync("/");
        clock.Advance(Duration.FromMinutes(10));
        await runner.ReadAsync("/");
        var first = Assert.Single(await RowsAsync(runner));
        var calm = await runner.Http.GetByteArrayAsync(Today);

        using var told = await runner.SubmitAsync("/diary", ("Day", "2026-05-06"), ("WorstPain", "6"), ("SettledWithinHour", "false"));
        await runner.ReadAsync("/");
        var second = Assert.Single(await RowsAsync(runner));
        var sore = await runner.Http.GetByteArrayAsync(Today);
        await host.AskAsync(db => db.DiaryNotes.ExecuteDeleteAsync());
        await runner.ReadAsync("/");

        Assert.Equal((MadeHistory.Now, Hash(calm)), (first.Shown, first.ContentHash));
        Assert.Equal((clock.GetCurrentInstant(), Hash(sore)), (second.Shown, second.ContentHash));
        Assert.Equal(calm, await runner.Http.GetByteArrayAsync(Today));
        Assert.Single(await RowsAsync(runner));
    }

    [Fact]
    public async Task A_day_is_kept_as_what_it_says_otherwise_than_the_one_before_and_read_whole()
    {
        var runner = await host.RunnerWithHistoryAsync();
        var shown = new List<byte[]>();
        for (var day = 0; day < 4; day++)
        {
            await runner.ReadAsync("/");
            shown.Add(await runner.Http.GetByteArrayAsync($"/score/2026-05-{6 + day:00}.json"));
            clock.Advance(Duration.FromDays(1));
        }

        var rows = (await RowsAsync(runner)).OrderBy(row => row.AsOf).ToList();
        for (var day = 0; day < 4; day++)
        {
            Assert.Equal(shown[day], await runner.Http.GetByteArrayAsync($"/score/2026-05-{6 + day:00}.json"));
        }

        Assert.Equal([null, .. rows.Take(3).Select(row => row.ContentHash)], rows.Select(row => row.BaseHash));
        Assert.All(rows.Skip(1), row => Assert.True(row.Content.Length < rows[0].Content.Length / 2));
    }

    [Fact]
    public async Task What_an_earlier_version_compressed_by_gzip_several_times_a_day_is_read_and_built_upon()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        await host.AskAsync(db =>
        {
            foreach (var (day, born) in new[] { (5, 1960), (6, 1961), (6, 1962) })
            {
                var json = StoredJson.Write(Of(new(2026, 5, day), born));
                var moment = new LocalDate(2026, 5, day).AtMidnight().InUtc().ToInstant() + Duration.FromSeconds(born);
                db.ShownAssessments.Add(new()
                {
                    RunnerId = runner.RunnerId,
                    ContentHash = Hash(json),
                    AsOf = new(2026, 5, day),
                    ModelVersion = "2",
                    Shown = moment,
                    Since = moment,
                    Content = Gzip(json),
                });
            }

            return db.SaveChangesAsync();
        });

        await host.Services.GetRequiredService<ShownAssessments>().KeepAsync(runner.RunnerId, Of(new(2026, 5, 7), 1963), CancellationToken.None);

        foreach (var (day, born) in new[] { (5, 1960), (6, 1962), (7, 1963) })
        {
            Assert.Equal(born, StoredJson.ReadAssessment(await runner.Http.GetByteArrayAsync($"/score/2026-05-{day:00}.json")).Profile.BirthYear);
        }

        Assert.NotNull((await RowsAsync(runner)).Single(row => row.AsOf == new LocalDate(2026, 5, 7)).BaseHash);
    }

    private static byte[] Gzip(byte[] json)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            zip.Write(json);
        }

        return packed.ToArray();
    }

    [Fact]
    public async Task What_a_later_day_was_kept_against_stays_when_its_own_day_is_shown_anew()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        var shown = host.Services.GetRequiredService<ShownAssessments>();
        foreach (var (day, born) in new[] { (6, 1970), (7, 1971), (6, 1972) })
        {
            await shown.KeepAsync(runner.RunnerId, Of(new(2026, 5, day), born), CancellationToken.None);
        }

        Assert.Equal(1972, StoredJson.ReadAssessment(await runner.Http.GetByteArrayAsync(Today)).Profile.BirthYear);
        Assert.Equal(1971, StoredJson.ReadAssessment(await runner.Http.GetByteArrayAsync("/score/2026-05-07.json")).Profile.BirthYear);
    }

    [Fact]
    public async Task A_daily_reader_who_runs_every_day_takes_less_than_two_kilobytes_a_day()
    {
        var runner = await host.RunnerWithHistoryAsync();
        await using var scope = host.Services.OfAll();
        var history = await scope.ServiceProvider.GetRequiredService<IRunnerHistoryReader>().ReadAsync(runner.RunnerId, CancellationToken.None);
        var shown = host.Services.GetRequiredService<ShownAssessments>();
        var random = new Random(1);
        var first = new LocalDate(2026, 5, 1);
        var runs = Enumerable.Range(-RunnerHistoryReader.DaysOfRuns, RunnerHistoryReader.DaysOfRuns + 31)
            .Select(day => Another(history.Runs[^1], first.PlusDays(day), random)).ToList();

        for (var day = first; day < first.PlusDays(31); day = day.PlusDays(1))
        {
            var known = runs.FindAll(run => run.Metrics.LocalDate <= day && run.Metrics.LocalDate > day.PlusDays(-RunnerHistoryReader.DaysOfRuns));
            var outcome = RiskModel.Assess(known, [], history.Profile, day);
            await shown.KeepAsync(runner.RunnerId, AssessmentRecord.Of(history with { Runs = known, Today = day }, outcome), CancellationToken.None);
        }

        var sizes = (await RowsAsync(runner)).ConvertAll(row => row.Content.Length);
        TestContext.Current.TestOutputHelper?.WriteLine($"{sizes.Count} days, {sizes.Average():0} bytes a day, the largest {sizes.Max()}");
        Assert.Equal(31, sizes.Count);
        Assert.InRange(sizes.Average(), 0, 2_000);
    }

    // Every number of it is another, as of a real run.
    private static HistoryRun Another(HistoryRun run, LocalDate day, Random random)
    {
        string Changed(string json) => Fractions().Replace(json, number =>
            (double.Parse(number.Value, CultureInfo.InvariantCulture) * (0.9 + (0.2 * random.NextDouble()))).ToString("R", CultureInfo.InvariantCulture));
        return new(
            Guid.NewGuid().ToString("n"),
            StoredJson.ReadMetrics(Changed(StoredJson.Write(run.Metrics))) with
            {
                LocalDate = day,
                Start = day.AtMidnight().InUtc().ToInstant() + Duration.FromSeconds(random.Next(86_400)),
            },
            StoredJson.ReadLoad(Changed(StoredJson.Write(run.Load))),
            run.Surface,
            DuplicateOf: null);
    }

    [GeneratedRegex(@"\d+\.\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Fractions();

    [Fact]
    public async Task What_is_older_than_400_days_goes_by_whole_months()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        var shown = host.Services.GetRequiredService<ShownAssessments>();
        foreach (var day in (LocalDate[])[new(2025, 2, 28), new(2025, 3, 1), new(2025, 3, 31), new(2025, 4, 1), new(2026, 5, 6)])
        {
            await shown.KeepAsync(runner.RunnerId, Of(day, 1980), CancellationToken.None);
        }

        Assert.Equal([new(2025, 4, 1), new(2026, 5, 6)], (await RowsAsync(runner)).Select(row => row.AsOf).Order());
        Assert.Equal(1980, StoredJson.ReadAssessment(await runner.Http.GetByteArrayAsync("/score/2025-04-01.json")).Profile.BirthYear);
    }

    private static string Hash(byte[] json) => Convert.ToHexStringLower(SHA256.HashData(json));

    private Task<List<ShownAssessment>> RowsAsync(RunnerClient runner) =>
        host.AskAsync(db => db.ShownAssessments.AsNoTracking().Where(row => row.RunnerId == runner.RunnerId).ToListAsync());

    private static AssessmentRecord Of(LocalDate day, int born)
    {
        var profile = new RunnerProfile { Zone = DateTimeZone.Utc, BirthYear = born };
        var outcome = RiskModel.Assess([], [], profile, day);
        return new() { ModelVersion = outcome.ModelVersion, AsOf = day, Profile = profile, Diary = [], Runs = [], Outcome = outcome };
    }
}
