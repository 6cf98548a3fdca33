using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Words;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Runs.Correcting;

/// <summary>Each correction as a browser without script makes it and takes it back.</summary>
public sealed partial class CorrectionTests(RunningService service) : IClassFixture<RunningService>
{
    private static readonly Instant Sunday = MadeHistory.Now - Duration.FromDays(2);

    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task A_run_that_is_left_out_stays_listed_and_counts_nowhere()
    {
        var (runner, id) = await RunnerWithRunAsync();

        using var reply = await runner.SubmitAsync($"/runs/{id}?handler=leaveout");

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.Contains("You left this run out", await runner.ReadAsync($"/runs/{id}"), StringComparison.Ordinal);
        Assert.Contains("left out", await runner.ReadAsync("/runs"), StringComparison.Ordinal);
        Assert.Equal(0, await MetresAsync(runner));
        await TakeBackAsync(runner, id, "LeftOut");
        Assert.Equal(3600, await MetresAsync(runner));
    }

    [Theory]
    [InlineData(UnitSystem.Metric, "10,5", 10_500, "You said that the distance was 10.50 km. The file says 3.60 km.")]
    [InlineData(UnitSystem.Imperial, "6.2", 6.2 * 1609.344, "You said that the distance was 6.20 mi. The file says 2.24 mi.")]
    public async Task A_told_distance_stands_beside_the_measured_one_and_counts(UnitSystem units, string typed, double metres, string sentence)
    {
        var (runner, id) = await RunnerWithRunAsync();
        await host.AskAsync(db => db.Users.Where(row => row.Id == runner.RunnerId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Units, units)));
        var before = await KneeLoadAsync(runner);

        using var reply = await runner.SubmitAsync($"/runs/{id}?handler=distance", ("distance", typed));

        var page = await runner.ReadAsync($"/runs/{id}");
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("Distance by the file", page, StringComparison.Ordinal);
        Assert.Equal(metres, await MetresAsync(runner), 0.01);
        Assert.NotEqual(before, await KneeLoadAsync(runner), 0.1);
        await TakeBackAsync(runner, id, "Distance");
        Assert.Equal(3600, await MetresAsync(runner));
        Assert.Equal(before, await KneeLoadAsync(runner));
    }

    [Fact]
    public async Task Half_the_distance_in_the_same_time_is_walked_or_run_slower_and_the_splits_follow()
    {
        var (runner, id) = await RunnerWithRunAsync();

        using var reply = await runner.SubmitAsync($"/runs/{id}?handler=distance", ("distance", "7.2"));

        // 20 minutes: 2:47 the kilometre instead of 5:33.
        Assert.Contains("2:47 /km", await runner.ReadAsync($"/runs/{id}"), StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">7</th>", await runner.ReadAsync($"/runs/{id}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("distance", "", "This is no distance")]
    [InlineData("distance", "0", "This is no distance")]
    [InlineData("distance", "-3", "This is no distance")]
    [InlineData("distance", "1e3", "This is no distance")]
    [InlineData("distance", "1000.1", "This is no distance")]
    [InlineData("distance", "NaN", "This is no distance")]
    [InlineData("start", "2026-13-01", "This is no start")]
    [InlineData("start", "1999-12-31", "This is no start")]
    [InlineData("start", "2099-01-01", "This is no start")]
    public async Task What_cannot_be_is_refused_with_a_sentence(string handler, string typed, string sentence)
    {
        var (runner, id) = await RunnerWithRunAsync();

        using var reply = await runner.SubmitAsync($"/runs/{id}?handler={handler}", (handler == "start" ? "day" : "distance", typed), ("time", "07:00"));

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Contains(sentence, PlainPages.Plain(await reply.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(3600, await MetresAsync(runner));
    }

    [Fact]
    public async Task A_walk_by_its_file_can_be_told_to_be_a_run_and_back()
    {
        var (runner, id) = await RunnerWithRunAsync(sport: 11);
        Assert.Equal(0, await MetresAsync(runner));

        using var reply = await runner.SubmitAsync($"/runs/{id}?handler=kind", ("kind", "Run"));

        Assert.Contains("You said that this was a run.", await runner.ReadAsync($"/runs/{id}"), StringComparison.Ordinal);
        Assert.Equal(3600, await MetresAsync(runner));
        await TakeBackAsync(runner, id, "RunKind");
        Assert.Equal(0, await MetresAsync(runner));
    }

    [Fact]
    public async Task A_ride_by_its_file_that_was_a_run_has_a_knee_load()
    {
        var (runner, id) = await RunnerWithRunAsync(sport: 2);

        using var reply = await runner.SubmitAsync($"/runs/{id}?handler=kind", ("kind", "Run"));

        Assert.Equal(3600, await MetresAsync(runner));
        Assert.True(await KneeLoadAsync(runner) > 2);
    }

    [Fact]
    public async Task A_told_start_moves_the_run_to_another_week_and_back()
    {
        var (runner, id) = await RunnerWithRunAsync(zone: "Pacific/Auckland");

        using var reply = await runner.SubmitAsync($"/runs/{id}?handler=start", ("day", "2026-03-08"), ("time", "23:30"));

        Assert.Contains("You said that this began on Sun 8 Mar 2026 at 23:30. The file says", await runner.ReadAsync($"/runs/{id}"), StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2026, 3, 2), await WeekOfRunAsync(runner));
        await TakeBackAsync(runner, id, "Start");
        Assert.Equal(new LocalDate(2026, 5, 4), await WeekOfRunAsync(runner));
    }

    [Fact]
    public async Task PR_10_A_deleted_run_is_on_no_page_and_can_be_brought_back()
    {
        var (runner, id) = await RunnerWithRunAsync();

        using var reply = await runner.SubmitAsync($"/runs/{id}?handler=delete");

        var list = await runner.ReadAsync(reply.Headers.Location!.ToString());
        Assert.Contains("1 run is deleted.", list, StringComparison.Ordinal);
        Assert.Contains("0 activities", list, StringComparison.Ordinal);
        using var gone = await runner.Http.GetAsync($"/runs/{id}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.DoesNotContain(id.ToString(), await runner.ReadAsync("/uploads"), StringComparison.Ordinal);
        Assert.Equal(0, await MetresAsync(runner));

        Assert.Contains("3.60 km", await runner.ReadAsync("/runs/deleted"), StringComparison.Ordinal);
        using var back = await runner.SubmitAsync("/runs/deleted", ("run", id.ToString()));
        Assert.Equal($"/runs/{id}", back.Headers.Location!.ToString());
        Assert.Equal(3600, await MetresAsync(runner));
    }

    [Fact]
    public async Task A_deleted_run_stays_deleted_when_its_file_is_read_again_and_goes_with_its_batch()
    {
        var (runner, id) = await RunnerWithRunAsync();
        using var reply = await runner.SubmitAsync($"/runs/{id}?handler=delete");
        var batch = await host.AskAsync(db => db.Uploads.Where(upload => upload.RunnerId == runner.RunnerId).Select(upload => upload.BatchId).SingleAsync());

        using var undo = await runner.UndoAsync(batch);

        Assert.Contains("There are none.", await runner.ReadAsync("/runs/deleted"), StringComparison.Ordinal);
        Assert.False(await host.AskAsync(db => db.RunCorrections.AnyAsync(told => told.RunnerId == runner.RunnerId)));
    }

    [Fact]
    public async Task Several_runs_are_left_out_by_one_click_and_counted_again_by_another()
    {
        var runner = await NewRunnerAsync();
        var runs = (await runner.UploadAndFinishAsync(MadeHistory.Files)).Select(RunOf).ToList();
        using var earlier = await runner.SubmitAsync($"/runs/{runs[11]}?handler=leaveout");
        var all = await MetresAsync(runner);

        using var none = await runner.SubmitAsync("/runs?handler=leaveout");
        using var reply = await runner.SubmitAsync("/runs?handler=leaveout", [.. runs.Take(10).Append(runs[11]).Select(run => ("runs", run.ToString()))]);

        Assert.Contains("Choose at least one run first.", PlainPages.Plain(await none.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var list = await runner.ReadAsync(reply.Headers.Location!.ToString());
        Assert.Contains("10 runs are left out.", list, StringComparison.Ordinal);
        Assert.Equal(all - (10 * 3600), await MetresAsync(runner));
        using var undo = await runner.SubmitAsync("/runs?handler=undo", ("told", Click().Match(list).Groups[1].Value));
        Assert.Equal(HttpStatusCode.Redirect, undo.StatusCode);
        Assert.Equal(all, await MetresAsync(runner));
        using var again = await runner.SubmitAsync("/runs?handler=undo", ("told", Click().Match(list).Groups[1].Value));
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task A_duplicate_that_was_denied_can_be_one_again()
    {
        var runner = await NewRunnerAsync();
        await runner.UploadAndFinishAsync(("first.fit", MadeRun.Fit(Sunday)), ("second.fit", MadeRun.Fit(Sunday + Duration.FromSeconds(20))));
        var repeated = await host.AskAsync(db => db.Runs
            .Where(run => run.RunnerId == runner.RunnerId && run.DuplicateOfId != null)
            .Select(run => run.Id)
            .SingleAsync());

        var kept = await host.AskAsync(db => db.Runs
            .Where(run => run.RunnerId == runner.RunnerId && run.DuplicateOfId == null)
            .Select(run => run.Id)
            .SingleAsync());
        Assert.Contains($"action=\"/runs/{repeated:n}?handler=deny\"", await runner.ReadAsync($"/runs/{kept}"), StringComparison.Ordinal);

        using var deny = await runner.SubmitAsync($"/runs/{repeated}?handler=deny");

        Assert.DoesNotContain("They are two runs", await runner.ReadAsync($"/runs/{kept}"), StringComparison.Ordinal);
        Assert.Equal(7200, await MetresAsync(runner));
        await TakeBackAsync(runner, repeated, "NotTheSame");
        Assert.Equal(3600, await MetresAsync(runner));
    }

    [Fact]
    public async Task AZ_02_Nobody_corrects_what_is_not_theirs()
    {
        var (owner, id) = await RunnerWithRunAsync();
        var other = await NewRunnerAsync();

        foreach (var (handler, name, value) in new[]
        {
            ("leaveout", "", ""), ("delete", "", ""), ("deny", "", ""), ("kind", "kind", "Walk"), ("distance", "distance", "5"),
            ("takeback", "kind", "LeftOut"),
        })
        {
            using var reply = await other.SubmitAsync($"/runs/{id}?handler={handler}", (name, value));
            Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        }

        using var bulk = await other.SubmitAsync("/runs?handler=delete", ("runs", id.ToString()));
        using var brought = await other.SubmitAsync("/runs/deleted", ("run", id.ToString()));
        Assert.Equal(3600, await MetresAsync(owner));
        Assert.False(await host.AskAsync(db => db.RunCorrections.AnyAsync(told => told.RunId == id)));
    }

    [Fact]
    public async Task WEB_05_A_correction_without_the_pages_token_is_refused()
    {
        var (runner, id) = await RunnerWithRunAsync();

        foreach (var address in new[] { $"/runs/{id}?handler=delete", "/runs?handler=delete", "/runs/add", "/runs/deleted" })
        {
            using var reply = await runner.Http.PostAsync(address, new FormUrlEncodedContent([]));
            Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        }

        Assert.Equal(3600, await MetresAsync(runner));
    }

    private Task<RunnerClient> NewRunnerAsync(string zone = "UTC") => host.RunnerAsync(Guid.NewGuid().ToString("n"), zone);

    private async Task<(RunnerClient Runner, Guid Run)> RunnerWithRunAsync(byte sport = 1, string zone = "UTC")
    {
        var runner = await NewRunnerAsync(zone);
        return (runner, RunOf((await runner.UploadAndFinishAsync(("run.fit", MadeRun.Fit(Sunday, sport: sport))))[0]));
    }

    private static async Task TakeBackAsync(RunnerClient runner, Guid run, string kind)
    {
        using var reply = await runner.SubmitAsync($"/runs/{run}?handler=takeback", ("kind", kind));
        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.DoesNotContain("You said", await runner.ReadAsync($"/runs/{run}"), StringComparison.Ordinal);
    }

    private async Task<double> MetresAsync(RunnerClient runner) => (await WeeksAsync(runner)).Sum(week => week.Distance.Metres);

    private async Task<double> KneeLoadAsync(RunnerClient runner) => (await WeeksAsync(runner)).Sum(week => week.KneeKilometres.Value);

    private async Task<LocalDate> WeekOfRunAsync(RunnerClient runner) => (await WeeksAsync(runner)).Single(week => week.Runs > 0).Week.FirstDay;

    private async Task<IEnumerable<Analysis.Weeks.WeeklyLoad>> WeeksAsync(RunnerClient runner) =>
        (await host.AskAsync(db => db.Weeks
            .Where(week => week.RunnerId == runner.RunnerId)
            .Select(week => week.Load)
            .ToListAsync())).Select(StoredJson.ReadWeek);

    private static Guid RunOf(JsonElement line) => line.GetProperty("runs")[0].GetProperty("id").GetGuid();

    [GeneratedRegex("name=\"told\" value=\"(\\d+)\"")]
    private static partial Regex Click();
}
