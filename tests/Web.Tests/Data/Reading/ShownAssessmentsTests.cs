using System.Net;
using System.Security.Cryptography;
using KneeLoad.Analysis.Risk;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Data.Reading;

/// <summary>What was shown can be downloaded, and computed again to the same bytes.</summary>
public sealed class ShownAssessmentsTests : IClassFixture<RunningService>
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
    public async Task Each_assessment_of_a_day_is_kept_once_and_the_last_shown_is_downloaded()
    {
        var runner = await host.RunnerWithHistoryAsync();
        await runner.ReadAsync("/");
        clock.Advance(Duration.FromMinutes(10));
        await runner.ReadAsync("/");
        var first = Assert.Single(await RowsAsync(runner));
        var calm = await runner.Http.GetByteArrayAsync(Today);

        using var told = await runner.SubmitAsync("/diary", ("Day", "2026-05-06"), ("WorstPain", "6"), ("SettledWithinHour", "false"));
        await runner.ReadAsync("/");
        var both = await RowsAsync(runner);
        var sore = await runner.Http.GetByteArrayAsync(Today);

        Assert.Equal(MadeHistory.Now, first.Shown);
        Assert.Equal([first.ContentHash], both.Select(row => row.ContentHash).Except([Hash(sore)]));
        Assert.Equal(Hash(calm), first.ContentHash);
        Assert.Equal(clock.GetCurrentInstant(), both.Single(row => row.ContentHash == Hash(sore)).Shown);
    }

    [Fact]
    public async Task What_is_shown_once_more_after_another_is_the_last_again()
    {
        var runner = await host.RunnerWithHistoryAsync();
        await runner.ReadAsync("/");
        var calm = await runner.Http.GetByteArrayAsync(Today);
        clock.Advance(Duration.FromMinutes(1));
        using var told = await runner.SubmitAsync("/diary", ("Day", "2026-05-06"), ("WorstPain", "6"));
        await runner.ReadAsync("/");
        clock.Advance(Duration.FromMinutes(1));
        await host.AskAsync(db => db.DiaryNotes.ExecuteDeleteAsync());

        await runner.ReadAsync("/");

        Assert.Equal(calm, await runner.Http.GetByteArrayAsync(Today));
        Assert.Equal(2, (await RowsAsync(runner)).Count);
        Assert.Equal(MadeHistory.Now, (await RowsAsync(runner)).Single(row => row.ContentHash == Hash(calm)).Shown);
    }

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
    public async Task No_more_than_fifty_of_a_day_and_none_beyond_its_inputs_are_kept()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        var shown = host.Services.GetRequiredService<ShownAssessments>();
        await shown.KeepAsync(runner.RunnerId, Of(new(2025, 3, 31), 1980), CancellationToken.None);
        for (var born = 1900; born < 1960; born++)
        {
            await shown.KeepAsync(runner.RunnerId, Of(new(2026, 5, 6), born), CancellationToken.None);
            clock.Advance(Duration.FromSeconds(1));
        }

        var kept = await RowsAsync(runner);

        Assert.Equal(50, kept.Count);
        Assert.All(kept, row => Assert.Equal(new LocalDate(2026, 5, 6), row.AsOf));
        Assert.Equal(
            Enumerable.Range(1910, 50).Select(born => (int?)born),
            kept.OrderBy(row => row.Shown).Select(row => StoredJson.ReadAssessment(ShownAssessments.Unpack(row.Content)).Profile.BirthYear));
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
