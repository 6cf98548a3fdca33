using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Runs.Correcting;

/// <summary>Questions that only the runner can answer are asked where they are seen, and each answer is undone with one click.</summary>
public sealed class AskedTests(RunningService service) : IClassFixture<RunningService>
{
    private static readonly Instant Sunday = MadeHistory.Now - Duration.FromDays(2);

    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task A_run_without_any_time_is_asked_for_and_counts_once_its_day_is_told()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        var way = new GpxFileBuilder()
            .Track("running")
            .Points(Enumerable.Range(0, 101).Select(i => new GpxPoint { Latitude = 47 + (i * 0.0005), Longitude = 8 }));
        var id = RunOf(await runner.UploadAndFinishAsync(("drawn.gpx", way.ToBytes())));
        foreach (var page in new[] { "/", "/runs" })
        {
            var text = await runner.ReadAsync(page);
            Assert.Contains("1 run has no date.", text, StringComparison.Ordinal);
            Assert.Contains($"/runs/{id:n}#correct", text, StringComparison.Ordinal);
        }

        Assert.Contains("Date unknown, 5.6 km", await runner.ReadAsync("/uploads"), StringComparison.Ordinal);
        Assert.Contains("id=\"correct\" open", await runner.ReadAsync($"/runs/{id}"), StringComparison.Ordinal);
        Assert.Equal(0, await MetresAsync(runner));

        using var reply = await runner.SubmitAsync($"/runs/{id}?handler=start", ("day", "2026-05-04"), ("time", "07:05"));

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.DoesNotContain("has no date", await runner.ReadAsync("/runs"), StringComparison.Ordinal);
        Assert.Equal(5_560, await MetresAsync(runner), 10.0);
        Assert.DoesNotContain("1970", await runner.ReadAsync($"/runs/{id}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1989)]
    [InlineData(2036)]
    public async Task A_run_of_an_impossible_day_counts_as_told(int year)
    {
        var runner = await host.ConsentingRunnerAsync("a");
        var id = RunOf(await runner.UploadAndFinishAsync(("wrong.fit", MadeRun.Fit(Instant.FromUtc(year, 12, 31, 0, 10)))));
        Assert.Contains("1 run has no date.", await runner.ReadAsync("/"), StringComparison.Ordinal);

        using var reply = await runner.SubmitAsync($"/runs/{id}?handler=start", ("day", "2026-05-04"), ("time", "07:05"));

        Assert.DoesNotContain("has no date", await runner.ReadAsync("/"), StringComparison.Ordinal);
        Assert.Equal(3_600, await MetresAsync(runner));
    }

    [Theory]
    [InlineData("true", "Equal runs at other hours now count once.", 2)]
    [InlineData("false", "Equal runs at other hours go on counting", 4)]
    public async Task Equal_runs_at_other_hours_are_asked_about_once_for_all(string areOne, string sentence, int counted)
    {
        var runner = await host.ConsentingRunnerAsync("a");
        await runner.UploadAndFinishAsync(
            ("a.fit", MadeRun.Fit(Sunday)), ("b.fit", MadeRun.Fit(Sunday + Duration.FromHours(2))),
            ("c.fit", MadeRun.Fit(Sunday - Duration.FromDays(3), minutes: 31)),
            ("d.fit", MadeRun.Fit(Sunday - Duration.FromDays(3) + Duration.FromHours(2), minutes: 31)));
        Assert.Contains("2 runs seem to be here twice.", await runner.ReadAsync("/"), StringComparison.Ordinal);
        Assert.Contains("2 runs seem to be here twice.", await runner.ReadAsync("/runs"), StringComparison.Ordinal);

        using var reply = await runner.SubmitAsync("/runs?handler=copies", ("areOne", areOne));

        var told = reply.Headers.Location!.ToString();
        var page = await runner.ReadAsync(told);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.DoesNotContain("here twice", page, StringComparison.Ordinal);
        Assert.DoesNotContain("here twice", await runner.ReadAsync("/"), StringComparison.Ordinal);
        Assert.Equal(counted, await host.AskAsync(db => db.Runs.CountAsync(run => run.RunnerId == runner.RunnerId && run.DuplicateOfId == null)));
        using var undone = await runner.SubmitAsync("/runs?handler=undo", ("told", told.Split("told=")[1]), ("p", "1"));
        Assert.Contains("2 runs seem to be here twice.", await runner.ReadAsync("/runs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_evening_of_intervals_in_files_of_their_own_is_no_question()
    {
        var runner = await host.ConsentingRunnerAsync("a");

        await runner.UploadAndFinishAsync([.. Enumerable.Range(0, 10)
            .Select(lap => ($"lap-{lap}.fit", MadeRun.Fit(Sunday + Duration.FromMinutes(4 * lap), minutes: 2)))]);

        Assert.Equal(
            10, await host.AskAsync(db => db.Runs.CountAsync(run => run.RunnerId == runner.RunnerId && run.DuplicateOfId == null && run.CopyId == null)));
        Assert.DoesNotContain("here twice", await runner.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_joined_from_two_files_says_so_shows_both_and_is_parted_by_one_click()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        await runner.UploadAndFinishAsync(("phone.gpx", MadeRun.Gpx(Sunday, minutes: 21)), ("watch.fit", MadeRun.Fit(Sunday, speed: 2.8)));
        var kept = await IdAsync("phone.gpx");
        var other = await IdAsync("watch.fit");

        var page = await runner.ReadAsync($"/runs/{kept}");

        Assert.Contains("This page is joined from both files: heart rate, cadence and climb from the other one.", page, StringComparison.Ordinal);
        var traces = await runner.Http.GetFromJsonAsync<JsonElement>($"/runs/{kept}?handler=traces");
        Assert.Equal(140, traces.GetProperty("heartRate")[600].GetDouble());
        Assert.Equal(168, traces.GetProperty("cadence")[600].GetDouble());
        Assert.Equal(JsonValueKind.Null, traces.GetProperty("heartRate")[1250].ValueKind);
        Assert.Contains("<dt>Heart rate</dt><dd>140 bpm</dd>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Cadence not measured", page, StringComparison.Ordinal);
        using var reply = await runner.SubmitAsync($"/runs/{other}?handler=deny");
        Assert.DoesNotContain("joined from both", await runner.ReadAsync($"/runs/{kept}"), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await runner.Http.GetFromJsonAsync<JsonElement>($"/runs/{kept}?handler=traces")).GetProperty("heartRate").ValueKind);
        Assert.Equal(3_780 + 3_360, await MetresAsync(runner), 10.0);
    }

    [Fact]
    public async Task Of_a_run_that_another_covers_in_part_only_the_rest_counts_and_is_drawn()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        await runner.UploadAndFinishAsync(
            ("first.fit", MadeRun.Fit(Sunday, minutes: 40)), ("second.fit", MadeRun.Fit(Sunday + Duration.FromMinutes(30), minutes: 20)));
        var (first, second) = (await IdAsync("first.fit"), await IdAsync("second.fit"));
        Assert.Equal(9_000, await MetresAsync(runner), 10.0);

        Assert.Contains("Only the rest counts here: 50 % of it.", await runner.ReadAsync($"/runs/{second}"), StringComparison.Ordinal);
        Assert.Contains("only the rest counts: 50 %.", await runner.ReadAsync($"/runs/{first}"), StringComparison.Ordinal);
        var axis = (await runner.Http.GetFromJsonAsync<JsonElement>($"/runs/{second}?handler=traces")).GetProperty("axis");
        Assert.Equal(600, axis.GetArrayLength());
        Assert.Equal(1.8, axis[599].GetDouble(), 0.01);
        using var reply = await runner.SubmitAsync($"/runs/{second}?handler=deny");
        Assert.Equal(10_800, await MetresAsync(runner), 10.0);
        Assert.DoesNotContain("Only the rest", await runner.ReadAsync($"/runs/{second}"), StringComparison.Ordinal);
        using var back = await runner.SubmitAsync($"/runs/{second}?handler=takeback", ("kind", "NotTheSame"));
        Assert.Equal(9_000, await MetresAsync(runner), 10.0);
    }

    [Fact]
    public async Task A_week_with_a_run_of_unknown_distance_shows_no_number_as_if_it_were_whole()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        await runner.UploadAndFinishAsync(("known.fit", MadeRun.Fit(Sunday)), ("unknown.fit", WithoutDistance(Sunday + Duration.FromHours(20))));

        var page = await runner.ReadAsync("/");

        Assert.Contains("<span class=\"figure-small\">at least 3.6 km</span>", page, StringComparison.Ordinal);
        Assert.Matches("<span class=\"figure-small\">at least [0-9.]+ knee-km</span>", page);
        Assert.DoesNotContain(">3.6 km<", page, StringComparison.Ordinal);
    }

    private static byte[] WithoutDistance(Instant start)
    {
        var file = new FitFileBuilder().FileId(start).TimerStart(start);
        for (var second = 0; second <= 1_200; second++)
        {
            file.Record(new FitRecord { Time = start + Duration.FromSeconds(second), HeartRate = 150 });
        }

        return file.Session(new FitSession { Start = start, Elapsed = Duration.FromSeconds(1_200), Sport = 1 }).ToBytes();
    }

    private static Guid RunOf(JsonElement[] lines) => lines[0].GetProperty("runs")[0].GetProperty("id").GetGuid();

    private Task<Guid> IdAsync(string file) => host.AskAsync(db => db.Runs.Where(run => run.Upload.FileName == file).Select(run => run.Id).SingleAsync());

    private async Task<double> MetresAsync(RunnerClient runner) =>
        (await host.AskAsync(db => db.Weeks
            .Where(week => week.RunnerId == runner.RunnerId)
            .Select(week => week.Load)
            .ToListAsync())).Sum(load => StoredJson.ReadWeek(load).Distance.Metres);
}
