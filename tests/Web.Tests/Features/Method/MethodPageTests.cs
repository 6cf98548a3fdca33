using System.Globalization;
using System.Net;
using System.Reflection;
using AngleSharp.Dom;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Testing;
using KneeLoad.Web.Features.Method.Tables;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Tests.Features.Method;

/// <summary>The method is what the code computes with: every constant, the limits first, examples that add up.</summary>
[Collection(MethodPagesCollection.Name)]
public sealed class MethodPageTests(MethodPages pages)
{
    [Fact]
    public void The_document_of_the_repository_says_what_the_page_shows()
    {
        var actual = MethodMarkdown.Write(Language.English["Method.Title"], pages.Chapters);

        Assert.Equal(Approved.Text("docs/method.md", actual), actual);
    }

    [Fact]
    public void The_page_opens_with_its_limits_in_five_lines()
    {
        var section = pages.First.QuerySelector("main > section")!;
        var lines = section.QuerySelector("ul")!.Children.Select(Text).ToList();

        Assert.Equal("What it cannot tell", section.Children[0].TextContent);
        Assert.Equal("ul", section.Children[1].LocalName);
        Assert.Equal(5, lines.Count);
        Assert.Contains("Most running injuries come without any jump", lines[0], StringComparison.Ordinal);
        Assert.Contains("0.50 to 0.57", lines[1], StringComparison.Ordinal);
        Assert.Contains("0.64 (knee injury) to 0.72", lines[1], StringComparison.Ordinal);
        Assert.Contains("4,050, 2,378 and 741 runners found no fewer", lines[2], StringComparison.Ordinal);
        Assert.Contains("by 67\u00a0%", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("Nobody has validated this score.", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void The_further_limits_name_foot_strike_and_ground()
    {
        var limits = pages.Chapter("limits").QuerySelectorAll("ul")[^1].Children.Select(Text).ToList();

        Assert.Contains(limits, text => text.Contains("heel strikers are 27\u00a0% to 94\u00a0%", StringComparison.Ordinal));
        Assert.Contains(limits, text => text.Contains("No study shows an effect of the surface on knees", StringComparison.Ordinal));
        Assert.Contains(limits, text => text.Contains("overuse injury of any site", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("published-", typeof(Published))]
    [InlineData("choices-", typeof(Choices))]
    public void Every_constant_stands_with_its_meaning_value_and_ground(string chapters, Type list)
    {
        var rows = Rows(chapters);

        Assert.Equal(
            list.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.Name).Order(StringComparer.Ordinal),
            rows.Select(row => Text(row[0])).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.All(row, cell => Assert.NotEqual("", Text(cell))));
    }

    [Theory]
    [InlineData("SpikeFrom", "1.1")]
    [InlineData("ModestSpikeHazard", "1.64 (1.31 to 2.05)")]
    [InlineData("SpikeRunners", "5,205")]
    [InlineData("DutyFactorSlowSpeed", "3.8\u00a0m/s")]
    [InlineData("Osteoarthritis", "runners 0.035, competitive 0.133, sedentary 0.1023")]
    public void A_published_number_is_written_with_its_unit_and_parts(string name, string value) =>
        Assert.Equal(value, Text(Rows("published-").Single(row => Text(row[0]) == name)[2]));

    [Theory]
    [InlineData("ReferenceSpeed", "2.78\u00a0m/s")]
    [InlineData("BaselineWindow", "90\u00a0d")]
    [InlineData("LeastBaseline", "3\u00a0h")]
    [InlineData("DenseRecording", "1.5\u00a0s")]
    [InlineData("LeastExcess", "1,000\u00a0m")]
    [InlineData("WeekPoints", "above 1, points 43; above 0.5, points 34; above 0.3, points 23; above 0.2, points 11")]
    public void A_choice_is_written_with_its_unit_and_parts(string name, string value) =>
        Assert.Equal(value, Text(Rows("choices-").Single(row => Text(row[0]) == name)[2]));

    [Fact]
    public void Every_source_is_a_link()
    {
        var sources = typeof(Sources).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (Source)property.GetValue(null)!).ToList();
        var items = pages.Chapter("sources").QuerySelectorAll("li").ToList();

        Assert.Equal(sources.Count, items.Count);
        Assert.All(sources, source =>
        {
            var item = Assert.Single(items, item => item.FirstChild!.TextContent.Trim() == source.Citation);
            var link = item.QuerySelector("a")!;
            Assert.Equal(source.Doi is { } doi ? "https://doi.org/" + doi : source.Page, link.GetAttribute("href"));
            Assert.Equal(source.Doi is null ? source.Page : "doi:" + source.Doi, Text(link));
        });
    }

    [Fact]
    public void Every_red_flag_stands_with_urgency_first_aid_and_sources() =>
        Assert.All(Rows("red-flags"), row => Assert.All(row, cell => Assert.NotEmpty(Text(cell))));

    [Fact]
    public void The_cells_of_the_made_run_add_up_to_its_load()
    {
        var rows = pages.Chapter("load-by-hand").QuerySelectorAll("table")[^1].QuerySelectorAll("tbody tr").Select(row => row.Children).ToList();

        var sum = rows.SkipLast(1).Sum(row => Number(row[1]) * Number(row[7]));

        Assert.Equal(KneeLoadModel.LoadOf(LoadExamples.Cells, CalibrationTables.Population).Value, sum, 3);
        Assert.Equal(Number(rows[^1][^1]), sum, 3);
    }

    [Fact]
    public void The_rows_of_each_made_history_add_up_to_its_score() =>
        Assert.All(Rows("score-by-hand"), row => Assert.Equal(Number(row[6]), Number(row[3]) + Number(row[4]) + Number(row[5])));

    [Fact]
    public void The_made_histories_score_what_the_rules_give_by_hand() =>
        Assert.Equal(
            // From 1.10 to 1.20 points rise to 48: 4.8 at 1.11, 24 at 1.15. From 1.90 to 2.00 to 85: 66.5 at 1.95.
            // On day 9 half is left of 48, on day 11 nothing. Three runs more are 60 km against a largest block of 40.
            ["0", "5", "24", "48", "48", "67", "85", "48", "24", "0", "0", "23", "0", "0", "48"],
            Rows("score-by-hand").Select(row => Text(row[3])));

    [Fact]
    public void Constants_stand_in_the_order_of_the_model()
    {
        var topics = pages.First.QuerySelectorAll("#choices li").Select(Text).ToList();

        Assert.InRange(topics.IndexOf("Gradient and climb"), 0, topics.IndexOf("Load of a run"));
        Assert.InRange(topics.IndexOf("Load of a run"), 0, topics.IndexOf("Points for load"));
        Assert.InRange(topics.IndexOf("Points for load"), 0, topics.IndexOf("Levels"));
    }

    [Theory]
    [InlineData("limits")]
    [InlineData("load")]
    [InlineData("load-by-hand")]
    [InlineData("calibration")]
    [InlineData("score")]
    [InlineData("ceiling")]
    [InlineData("score-by-hand")]
    [InlineData("pain")]
    [InlineData("red-flags")]
    [InlineData("histories")]
    [InlineData("without-points")]
    [InlineData("published")]
    [InlineData("choices")]
    [InlineData("sources")]
    public void An_anchor_of_the_former_single_screen_leads_to_the_chapter_in_the_contents(string anchor) =>
        Assert.Contains($"/method{(anchor == "limits" ? "" : "/" + anchor)}#", pages.First.GetElementById(anchor)!.QuerySelector("a")!.GetAttribute("href"),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_chapter_that_there_is_not_is_not_found()
    {
        using var reply = await pages.Http.GetAsync("/method/nothing");

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    private IReadOnlyList<IElement[]> Rows(string chapters) => pages.Rows(id => id.StartsWith(chapters, StringComparison.Ordinal));

    private static string Text(IElement element) => element.TextContent.Trim(' ', '\n');

    private static double Number(IElement cell) => double.Parse(Text(cell).Replace('\u2212', '-'), CultureInfo.InvariantCulture);
}
