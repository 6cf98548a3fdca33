using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Features.Runs.Correcting;

/// <summary>Runs that are added by hand, without a file.</summary>
public sealed class AddedRunTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task A_run_without_a_file_counts_and_can_be_corrected_and_undone()
    {
        var runner = await host.RunnerAsync("anna");

        using var reply = await runner.SubmitAsync("/runs/add", ("day", "2026-05-03"), ("time", "18:30"), ("distance", "8,4"), ("minutes", "50"));

        var place = reply.Headers.Location!.ToString();
        var page = await runner.ReadAsync(place);
        Assert.Contains("You added this run by hand.", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Distance</dt><dd>8.40 km</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Moving time</dt><dd>50:00</dd>", page, StringComparison.Ordinal);
        Assert.Contains("Sun 3 May 2026", page, StringComparison.Ordinal);
        Assert.Equal(8400, await MetresAsync(runner));
        using var told = await runner.SubmitAsync(place + "?handler=distance", ("distance", "9"));
        Assert.Equal(9000, await MetresAsync(runner));
    }

    [Theory]
    [InlineData("2026-05-03", "25:00", "8", "50", "This is no start")]
    [InlineData("2026-05-03", "18:30", "eight", "50", "This is no distance")]
    [InlineData("2026-05-03", "18:30", "8", "0", "This is no duration")]
    public async Task A_run_that_cannot_be_is_not_added(string day, string time, string distance, string minutes, string sentence)
    {
        var runner = await host.RunnerAsync("anna");

        using var reply = await runner.SubmitAsync("/runs/add", ("day", day), ("time", time), ("distance", distance), ("minutes", minutes));

        Assert.Contains(sentence, PlainPages.Plain(await reply.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("0 activities", await runner.ReadAsync("/runs"), StringComparison.Ordinal);
    }

    private async Task<double> MetresAsync(RunnerClient runner) => (await host.AskAsync(db => db.Weeks
        .Where(week => week.RunnerId == runner.RunnerId)
        .Select(week => week.Load)
        .ToListAsync())).Sum(load => StoredJson.ReadWeek(load).Distance.Metres);
}
