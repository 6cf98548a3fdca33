using System.Net;
using KneeLoad.Analysis.Risk;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Data.Reading;

/// <summary>What was shown can be downloaded, and computed again to the same bytes.</summary>
public sealed class ShownAssessmentsTests : IAsyncDisposable
{
    private const string Today = "/score/2026-05-06.json";
    private readonly StoppedClock clock = new(MadeHistory.Now);
    private readonly WebHost host;

    public ShownAssessmentsTests() => host = new WebHost().At(clock);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task What_was_shown_is_computed_again_from_its_download_to_the_same_bytes()
    {
        var runner = await WithHistoryAsync();
        using var told = await runner.SubmitAsync("/diary", ("Day", "2026-05-05"), ("WorstPain", "3"), ("SettledWithinHour", "false"));
        var page = await runner.ReadAsync("/");

        var download = await runner.Http.GetByteArrayAsync(Today);

        var record = StoredJson.ReadAssessment(download);
        Assert.Equal(RiskModel.Version, record.ModelVersion);
        Assert.Equal(MadeHistory.Files.Length, record.Runs.Count);
        Assert.Equal(3, Assert.Single(record.Diary).WorstPain);
        Assert.Contains($"{record.Outcome.Score} <small>of 91 points", page, StringComparison.Ordinal);
        var again = RiskModel.Assess(record.Runs, record.Diary, record.Profile, record.AsOf);
        Assert.Equal(download, StoredJson.Write(record with { Outcome = again }));
    }

    [Fact]
    public async Task The_same_assessment_is_written_once_and_another_of_the_day_replaces_it()
    {
        var runner = await WithHistoryAsync();
        await runner.ReadAsync("/");
        clock.Now += Duration.FromMinutes(10);
        await runner.ReadAsync("/");
        var first = await RowAsync(runner);

        using var told = await runner.SubmitAsync("/diary", ("Day", "2026-05-06"), ("WorstPain", "6"), ("SettledWithinHour", "false"));
        await runner.ReadAsync("/");
        var second = await RowAsync(runner);

        Assert.Equal(MadeHistory.Now, first.Shown);
        Assert.Equal(clock.Now, second.Shown);
        Assert.NotEqual(first.Content, second.Content);
    }

    [Fact]
    public async Task Each_runner_downloads_their_own_days_only()
    {
        var runner = await WithHistoryAsync();
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
        var runner = await WithHistoryAsync();
        await runner.ReadAsync("/");
        await ShownByAnEarlierVersionAsync(runner, outcome => outcome with { ModelVersion = "0", Score = 40 });
        clock.Now += Duration.FromDays(1);

        var page = await runner.ReadAsync("/");

        Assert.Contains(
            "The model changed from version 0 to 1. Of yesterday it said elevated, 40 points; from the same inputs it now says elevated, 45 points.",
            page,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_that_changed_nothing_says_so_and_after_two_weeks_no_more()
    {
        var runner = await WithHistoryAsync();
        await runner.ReadAsync("/");
        await ShownByAnEarlierVersionAsync(runner, outcome => outcome with { ModelVersion = "0" });
        clock.Now += Duration.FromDays(13);
        Assert.Contains("from the same inputs it still says so.", await runner.ReadAsync("/"), StringComparison.Ordinal);

        clock.Now += Duration.FromDays(1);

        Assert.DoesNotContain("The model changed", await runner.ReadAsync("/"), StringComparison.Ordinal);
    }

    private async Task<RunnerClient> WithHistoryAsync()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        await runner.UploadAndFinishAsync(MadeHistory.Files);
        return runner;
    }

    private Task<ShownAssessment> RowAsync(RunnerClient runner) =>
        host.AskAsync(db => db.ShownAssessments.AsNoTracking().SingleAsync(row => row.RunnerId == runner.RunnerId));

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
