using System.Net;
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

/// <summary>A shown assessment can be downloaded by its runner, and computed again to the same bytes.</summary>
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
    public async Task Who_takes_back_the_consent_has_nothing_kept_of_what_was_shown_and_mailed()
    {
        var runner = await host.RunnerWithHistoryAsync();
        var other = await host.ConsentingRunnerAsync("b");
        await other.UploadAndFinishAsync(MadeHistory.Files);
        await runner.ReadAsync("/");
        await other.ReadAsync("/");
        await host.AskAsync(db =>
        {
            db.WeeklyMails.Add(new()
            {
                Id = Guid.NewGuid(),
                RunnerId = runner.RunnerId,
                IsoWeek = "2026-W19",
                MessageId = "a",
                State = MailState.Sent,
                Subject = "s",
                TextBody = "t",
                HtmlBody = "h",
                Assessment = "{}",
            });
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

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string address)
    {
        using var reply = await http.GetAsync(address);
        return reply.StatusCode;
    }

    private Task<List<ShownAssessment>> RowsAsync(RunnerClient runner) =>
        host.AskAsync(db => db.ShownAssessments.AsNoTracking().Where(row => row.RunnerId == runner.RunnerId).ToListAsync());

    private static AssessmentRecord Of(LocalDate day, int born)
    {
        var profile = new RunnerProfile { Zone = DateTimeZone.Utc, BirthYear = born };
        var outcome = RiskModel.Assess([], [], profile, day);
        return new() { ModelVersion = outcome.ModelVersion, AsOf = day, Profile = profile, Diary = [], Runs = [], Outcome = outcome };
    }
}
