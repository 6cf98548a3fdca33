using KneeLoad.Analysis.Risk;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Shared;
using KneeLoad.Web.Tests.Hosting;

namespace KneeLoad.Web.Tests.Features.Dashboard;

/// <summary>The score opens into everything that it was made of.</summary>
public sealed class ScoreRowsTests(RunningService service) : IClassFixture<RunningService>, IAsyncLifetime
{
    private readonly WebHost host = service.Anew(new StoppedClock(MadeHistory.Now));
    private string page = "";
    private RiskAssessment shown = null!;

    public async ValueTask InitializeAsync()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        await runner.UploadAndFinishAsync(MadeHistory.Files);
        page = Crawl.Words(await runner.Http.GetStringAsync("/"));
        shown = StoredJson.ReadAssessment(await runner.Http.GetByteArrayAsync("/score/2026-05-06.json")).Outcome;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Each_row_opens_to_points_rule_sources_and_both_certainties()
    {
        Assert.Equal(3, shown.Factors.Count);
        Assert.All(shown.Factors, row =>
        {
            var opened = Opened(RiskWords.Factor(row.Id));
            Assert.All(
                (string[])[$"{row.Points} of {row.MostPoints}", "Measured", "Your usual", row.Rule, RiskWords.Science(row.Science), RiskWords.Measurement(row.Measurement)],
                part => Assert.Contains(Plain(part), opened, StringComparison.Ordinal));
            Assert.NotEmpty(row.Sources);
            Assert.All(row.Sources, source => Assert.Contains(Plain(source.Citation), opened, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Why_not_higher_tells_every_point_that_is_missing()
    {
        var opened = Opened("Why not higher?");

        var missing = shown.Factors.Where(row => row.Points < row.MostPoints).ToList();
        Assert.NotEmpty(missing);
        Assert.All(missing, row => Assert.Contains($"{RiskWords.Factor(row.Id)} left out {row.MostPoints - row.Points} of {row.MostPoints} points", opened, StringComparison.Ordinal));
        Assert.Equal(91, shown.Score + missing.Sum(row => row.MostPoints - row.Points));
    }

    [Fact]
    public void What_gives_no_points_says_what_research_found()
    {
        Assert.NotEmpty(shown.Information);
        Assert.All(shown.Information, row =>
        {
            var opened = Opened(row.Title);
            Assert.Contains(Plain(row.Note), opened, StringComparison.Ordinal);
            Assert.Contains(RiskWords.Science(row.Science), opened, StringComparison.Ordinal);
            Assert.All(row.Sources, source => Assert.Contains(Plain(source.Citation), opened, StringComparison.Ordinal));
        });
    }

    private static string Plain(string text) => Crawl.Words(System.Net.WebUtility.HtmlEncode(text)).Trim();

    /// <summary>The page from a summary on, in one line.</summary>
    private string Opened(string summary)
    {
        var at = page.IndexOf(Plain(summary), page.IndexOf("Open the score", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(at > 0, summary);
        return string.Join(' ', page[at..].Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries));
    }
}
