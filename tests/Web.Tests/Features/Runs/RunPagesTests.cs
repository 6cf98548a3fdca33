using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Runs;

public sealed class RunPagesTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task A_runs_page_says_each_time_under_its_own_name_and_what_it_was_judged_by()
    {
        var runner = await host.RunnerAsync("a");
        var id = RunOf((await runner.UploadAndFinishAsync(MadeHistory.Files))[^1]);

        var page = await runner.ReadAsync($"/runs/{id}");

        Assert.All(
            ["Moving time", "Time on the watch", "Elapsed time"],
            name => Assert.Contains($"<dt>{name}</dt><dd>30:00</dd>", page, StringComparison.Ordinal));
        Assert.Contains("<dt>Distance</dt><dd>5.40 km</dd>", page, StringComparison.Ordinal);
        Assert.Contains("It was 1.50 times what it is judged by: 3.6 km, the longest of the 30 days before it", page, StringComparison.Ordinal);
        Assert.Contains("long.fit", page, StringComparison.Ordinal);
        Assert.Contains("rel=\"prev\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_traces_are_columns_of_one_length()
    {
        var runner = await host.RunnerAsync("a");
        var id = RunOf((await runner.UploadAndFinishAsync(MadeHistory.Files[^1]))[0]);

        var traces = await runner.Http.GetFromJsonAsync<JsonElement>($"/runs/{id}?handler=traces");

        Assert.Equal(1801, traces.GetProperty("axis").GetArrayLength());
        Assert.Equal(1801, traces.GetProperty("pace").GetArrayLength());
        Assert.Equal(140, traces.GetProperty("heartRate")[900].GetDouble());
    }

    [Fact]
    public async Task AZ_01_Someone_elses_run_is_not_there()
    {
        var runner = await host.RunnerAsync("a");
        var other = await host.RunnerAsync("b");
        var id = RunOf((await runner.UploadAndFinishAsync(MadeHistory.Files[^1]))[0]);

        foreach (var address in new[] { $"/runs/{id}", $"/runs/{id}?handler=traces", $"/runs/{Guid.NewGuid()}" })
        {
            using var reply = await other.Http.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        }

        using var denial = await other.SubmitAsync($"/runs/{id}?handler=deny");
        Assert.Equal(HttpStatusCode.NotFound, denial.StatusCode);
    }

    [Fact]
    public async Task A_denied_duplicate_counts()
    {
        var runner = await host.RunnerAsync("a");
        var start = MadeHistory.Now - Duration.FromDays(2);
        await runner.UploadAndFinishAsync(("first.fit", MadeRun.Fit(start)), ("second.fit", MadeRun.Fit(start + Duration.FromSeconds(20))));
        var repeated = await host.AskAsync(db => db.Runs.Where(run => run.DuplicateOfId != null).Select(run => run.Id).SingleAsync());
        Assert.Contains("so it counts nowhere", await runner.ReadAsync($"/runs/{repeated}"), StringComparison.Ordinal);

        using var reply = await runner.SubmitAsync($"/runs/{repeated}?handler=deny");

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.DoesNotContain("so it counts nowhere", await runner.ReadAsync($"/runs/{repeated}"), StringComparison.Ordinal);
        Assert.Equal(2, await RunsOfWeekAsync());
    }

    [Fact]
    public async Task What_was_taken_for_a_run_is_corrected_by_one_click_and_stays_so()
    {
        var runner = await host.RunnerAsync("a");
        var file = ("no-sport.fit", MadeRun.Fit(MadeHistory.Now - Duration.FromDays(2), sport: 0));
        var id = RunOf((await runner.UploadAndFinishAsync(file))[0]);
        Assert.Contains("so it is taken for one", await runner.ReadAsync($"/runs/{id}"), StringComparison.Ordinal);
        Assert.Equal(1, await RunsOfWeekAsync());

        using var told = await runner.SubmitAsync($"/runs/{id}?handler=kind", ("kind", "Walk"));

        Assert.Contains("You said that this was a walk.", await runner.ReadAsync($"/runs/{id}"), StringComparison.Ordinal);
        Assert.Equal(0, await RunsOfWeekAsync());
        using var back = await runner.SubmitAsync($"/runs/{id}?handler=takeback", ("kind", "RunKind"));
        Assert.Contains("so it is taken for one", await runner.ReadAsync($"/runs/{id}"), StringComparison.Ordinal);
        Assert.Equal(1, await RunsOfWeekAsync());
    }

    [Fact]
    public async Task Only_a_kind_that_a_runner_can_know_is_taken()
    {
        var runner = await host.RunnerAsync("a");
        var id = RunOf((await runner.UploadAndFinishAsync(MadeHistory.Files[^1]))[0]);

        using var odd = await runner.SubmitAsync($"/runs/{id}?handler=kind", ("kind", "TooShort"));
        using var none = await runner.SubmitAsync($"/runs/{id}?handler=kind");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (odd.StatusCode, none.StatusCode));
        Assert.Equal(1, await RunsOfWeekAsync());
    }

    [Fact]
    public async Task DO_08_The_list_marks_the_run_beyond_the_longest_and_clamps_its_pages()
    {
        var runner = await host.RunnerWithHistoryAsync(consents: false);

        var page = await runner.ReadAsync("/runs?p=99999");

        Assert.Contains("16 activities", page, StringComparison.Ordinal);
        Assert.Contains("50 % beyond your longest", page, StringComparison.Ordinal);
        Assert.Equal(16, page.Split("<th scope=\"row\">").Length - 1);
    }

    [Fact]
    public async Task A_run_of_years_ago_opens_and_is_listed()
    {
        var runner = await host.RunnerAsync("a");
        var id = RunOf((await runner.UploadAndFinishAsync(("old.fit", MadeRun.Fit(MadeHistory.Now - Duration.FromDays(1500)))))[0]);

        Assert.Contains("3.60 km", await runner.ReadAsync($"/runs/{id}"), StringComparison.Ordinal);
        Assert.Contains("3.60 km", await runner.ReadAsync("/runs"), StringComparison.Ordinal);
    }

    private async Task<int> RunsOfWeekAsync() =>
        (await host.AskAsync(db => db.Weeks.Select(week => week.Load).ToListAsync())).Sum(load => StoredJson.ReadWeek(load).Runs);

    private static Guid RunOf(JsonElement line) => line.GetProperty("runs")[0].GetProperty("id").GetGuid();
}
