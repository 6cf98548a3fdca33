using KneeLoad.Analysis.Risk;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Data.Reading;

/// <summary>A new version of the model tells the runner what it changed.</summary>
public sealed class ModelNewsTests : IClassFixture<RunningService>
{
    private readonly FakeClock clock = new(MadeHistory.Now);
    private readonly WebHost host;

    public ModelNewsTests(RunningService service) => host = service.Anew(clock);

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

    private Task<int> ShownByAnEarlierVersionAsync(RunnerClient runner, Func<RiskAssessment, RiskAssessment> change) => host.AskAsync(async db =>
    {
        var row = await db.ShownAssessments.SingleAsync(one => one.RunnerId == runner.RunnerId);
        var record = StoredJson.ReadAssessment(ShownAssessments.Unpack(row.Content));
        row.ModelVersion = "0";
        row.Content = ShownAssessments.Pack(StoredJson.Write(record with { ModelVersion = "0", Outcome = change(record.Outcome) }));
        return await db.SaveChangesAsync();
    });
}
