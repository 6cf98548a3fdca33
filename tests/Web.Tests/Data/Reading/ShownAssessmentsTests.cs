using System.Globalization;
using System.IO.Compression;
using System.Net;
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

/// <summary>What was shown can be downloaded, and computed again to the same bytes.</summary>
public sealed partial class ShownAssessmentsTests : IClassFixture<RunningService>
{
    private const string Today = "/score/2026-05-06.json";
    private readonly FakeClock clock = new(MadeHistory.Now);
    private readonly WebHost host;

    public ShownAssessmentsTests(RunningService service) => host = service.Anew(clock);

    [Fact]
    public async Task What_was_shown_is_computed_again_from_its_download_to_the_same_bytes()
    {
        var runner = await host.RunnerWithHistoryAsync();
        using var told = await runner.SubmitAsync("/diary", ("Day", "2026-05-05"), ("WorstPain", "3"), ("SettledWithinHour", "false"));
        var page = await runner.ReadAsync("/");

        var download = await runner.Http.GetByteArrayAsync(Today);

        var record = StoredJson.ReadAssessment(download);
        Assert.Equal(RiskModel.Version, record.ModelVersion);
        Assert.Equal(MadeHistory.Files.Length, record.Runs.Count);
        Assert.Equal(3, Assert.Single(record.Diary).WorstPain);
        Assert.Contains($"{record.Outcome.Score} of 100 points", page, StringComparison.Ordinal);
        var again = RiskModel.Assess(record.Runs, record.Diary, record.Profile, record.AsOf);
        Assert.Equal(download, StoredJson.Write(record with { Outcome = again }));
    }

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
                db.ShownAssessments.Add(new() { RunnerId = runner.RunnerId, ContentHash = Hash(json), AsOf = new(2026, 5, day), ModelVersion = "2", Shown = moment, Since = moment, Content = Gzip(json) });
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
            StoredJson.ReadMetrics(Changed(StoredJson.Write(run.Metrics))) with { LocalDate = day, Start = day.AtMidnight().InUtc().ToInstant() + Duration.FromSeconds(random.Next(86_400)) },
            StoredJson.ReadLoad(Changed(StoredJson.Write(run.Load))),
            run.Surface,
            DuplicateOf: null);
    }

    [GeneratedRegex(@"\d+\.\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Fractions();

    [Fact]
    public async Task Of_two_in_one_moment_the_last_written_is_downloaded()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        var shown = host.Services.GetRequiredService<ShownAssessments>();
        for (var born = 1950; born < 1970; born++)
        {
            await shown.KeepAsync(runner.RunnerId, Of(new(2026, 5, 6), born), CancellationToken.None);
        }

        var last = await runner.Http.GetByteArrayAsync(Today);

        Assert.Equal(1969, StoredJson.ReadAssessment(last).Profile.BirthYear);
    }

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

    [Fact]
    public async Task Who_takes_back_the_consent_has_nothing_kept_of_what_was_shown_and_mailed()
    {
        var runner = await host.RunnerWithHistoryAsync();
        var other = await host.ConsentingRunnerAsync("b");
        await other.UploadAndFinishAsync(MadeHistory.Files);
        await runner.ReadAsync("/");
        await other.ReadAsync("/");
        await host.AskAsync(db =>
        {
            db.WeeklyMails.Add(new() { Id = Guid.NewGuid(), RunnerId = runner.RunnerId, IsoWeek = "2026-W19", MessageId = "a", State = MailState.Sent, Subject = "s", TextBody = "t", HtmlBody = "h", Assessment = "{}" });
            return db.SaveChangesAsync();
        });

        using var withdrawn = await runner.SubmitAsync("/settings?handler=consent", ("scoring", "false"));

        await host.UntilAsync(db => db.Work.AllAsync(work => work.Kind != WorkKind.Consent));
        Assert.Empty(await RowsAsync(runner));
        Assert.Single(await RowsAsync(other));
        var mail = await host.AskAsync(db => db.WeeklyMails.AsNoTracking().SingleAsync());
        Assert.Equal(("2026-W19", null, null, null, null), (mail.IsoWeek, mail.Subject, mail.TextBody, mail.HtmlBody, mail.Assessment));
    }

    [Fact]
    public async Task Each_runner_downloads_their_own_days_only()
    {
        var runner = await host.RunnerWithHistoryAsync();
        await runner.ReadAsync("/");
        var other = await host.ConsentingRunnerAsync("b");
        var nobody = host.CreateClient();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(runner.Http, Today));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(other.Http, Today));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(nobody, Today));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(runner.Http, "/score/2026-05-05.json"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(runner.Http, "/score/today.json"));
    }

    [Fact]
    public async Task A_new_version_of_the_model_says_what_it_changed()
    {
        var runner = await host.RunnerWithHistoryAsync();
        await runner.ReadAsync("/");
        await ShownByAnEarlierVersionAsync(runner, outcome => outcome with { ModelVersion = "0", Score = 40 });
        clock.Advance(Duration.FromDays(1));

        var page = await runner.ReadAsync("/");

        Assert.Contains(
            "it was version 0. For yesterday version 0 said Elevated, 40 points; version 2 says Elevated, 48 points.",
            page,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_that_changed_nothing_says_so_and_after_two_weeks_no_more()
    {
        var runner = await host.RunnerWithHistoryAsync();
        await runner.ReadAsync("/");
        await ShownByAnEarlierVersionAsync(runner, outcome => outcome with { ModelVersion = "0" });
        clock.Advance(Duration.FromDays(13));
        Assert.Contains("both say ", await runner.ReadAsync("/"), StringComparison.Ordinal);

        clock.Advance(Duration.FromDays(1));

        Assert.DoesNotContain("it was version 0", await runner.ReadAsync("/"), StringComparison.Ordinal);
    }

    private Task<List<ShownAssessment>> RowsAsync(RunnerClient runner) =>
        host.AskAsync(db => db.ShownAssessments.AsNoTracking().Where(row => row.RunnerId == runner.RunnerId).ToListAsync());

    private static AssessmentRecord Of(LocalDate day, int born)
    {
        var profile = new RunnerProfile { Zone = DateTimeZone.Utc, BirthYear = born };
        var outcome = RiskModel.Assess([], [], profile, day);
        return new() { ModelVersion = outcome.ModelVersion, AsOf = day, Profile = profile, Diary = [], Runs = [], Outcome = outcome };
    }

    private static string Hash(byte[] json) => Convert.ToHexStringLower(SHA256.HashData(json));

    private Task<int> ShownByAnEarlierVersionAsync(RunnerClient runner, Func<RiskAssessment, RiskAssessment> change) => host.AskAsync(async db =>
    {
        var row = await db.ShownAssessments.SingleAsync(one => one.RunnerId == runner.RunnerId);
        var record = StoredJson.ReadAssessment(ShownAssessments.Unpack(row.Content));
        row.ModelVersion = "0";
        row.Content = ShownAssessments.Pack(StoredJson.Write(record with { ModelVersion = "0", Outcome = change(record.Outcome) }));
        return await db.SaveChangesAsync();
    });

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string address)
    {
        using var reply = await http.GetAsync(address);
        return reply.StatusCode;
    }
}
