using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Dashboard;

/// <summary>The score opens into everything that it was made of.</summary>
public sealed class ScoreRowsTests(RunningService service) : IClassFixture<RunningService>, IAsyncLifetime
{
    private static readonly RunnerFormat Format = new(Language.English, UnitSystem.Metric, DateTimeZone.Utc);
    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));
    private string page = "";
    private RiskAssessment shown = null!;

    public async ValueTask InitializeAsync()
    {
        var runner = await host.RunnerWithHistoryAsync();
        page = Crawl.Words(await runner.Http.GetStringAsync("/"));
        shown = StoredJson.ReadAssessment(await runner.Http.GetByteArrayAsync("/score/2026-05-06.json")).Outcome;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Each_row_opens_to_points_rule_research_sources_and_both_certainties()
    {
        Assert.Equal(6, shown.Factors.Count);
        Assert.All(shown.Factors, row =>
        {
            var opened = Opened(FactorWords.Name(row.Id, Format.Say));
            string[] parts =
            [
                RowWords.Points(row, Format), "Measured", "Held against", FactorWords.Reason(row, shown.AsOf, Format), RowWords.Rule(row.Id, Format),
                RowWords.Research(row.Id, Format), RiskWords.Science(row.Science, Format.Say), RiskWords.Measurement(row.Measurement, Format.Say),
            ];
            Assert.All(parts, part => Assert.Contains(Plain(part), opened, StringComparison.Ordinal));
            Assert.NotEmpty(row.Sources);
            Assert.All(row.Sources, source => Assert.Contains(Plain(source.Citation), opened, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Why_not_higher_tells_every_point_that_is_missing()
    {
        var opened = Opened("Why not higher?");

        Assert.All(RowWords.WhyNotHigher(shown.Rows!, Format.Say), sentence => Assert.Contains(Plain(sentence), opened, StringComparison.Ordinal));
        Assert.Equal(Choices.MostPoints.Value, Choices.DoublePoints.Value + shown.Rows!.HardSurface.MostPoints + shown.Rows.HeelStrike.MostPoints);
    }

    [Fact]
    public void What_gives_no_points_says_what_research_found()
    {
        Assert.NotEmpty(shown.Information);
        Assert.All(shown.Information, row =>
        {
            var opened = Opened(InformationWords.Name(row.Id, Format.Say), "Shown without points");
            Assert.Contains(Plain(InformationWords.Research(row.Id, Format)), opened, StringComparison.Ordinal);
            Assert.Contains(RiskWords.Science(row.Science, Format.Say), opened, StringComparison.Ordinal);
            Assert.All(row.Sources, source => Assert.Contains(Plain(source.Citation), opened, StringComparison.Ordinal));
        });
    }

    private static string Plain(string text) =>
        string.Join(' ', Crawl.Words(System.Net.WebUtility.HtmlEncode(text)).Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The page from a summary on, in one line.</summary>
    private string Opened(string summary, string part = "Why this level?")
    {
        var at = page.IndexOf(Plain(summary), page.IndexOf(part, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(at > 0, summary);
        return string.Join(' ', page[at..].Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries));
    }
}
