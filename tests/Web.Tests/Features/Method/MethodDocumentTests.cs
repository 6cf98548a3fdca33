using System.Globalization;
using System.Reflection;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Testing;
using KneeLoad.Web.Features.Method;
using KneeLoad.Web.Features.Method.Blocks;
using KneeLoad.Web.Features.Method.Sections;
using KneeLoad.Web.Tests.Words;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Tests.Features.Method;

/// <summary>The method is what the code computes with: every constant, the limits first, examples that add up.</summary>
public sealed class MethodDocumentTests
{
    private static readonly MethodDocument Document = MethodDocument.In(Language.English);

    [Fact]
    public void The_document_of_the_repository_says_what_the_code_computes()
    {
        var actual = MethodMarkdown.Write(Document);

        Assert.Equal(Approved.Text("docs/method.md", actual), actual);
    }

    [Fact]
    public void The_document_opens_with_its_limits_in_five_lines()
    {
        var lines = Document.Sections[0].Blocks.OfType<MethodBlock.Items>().First().Texts;

        Assert.Equal("limits", Document.Sections[0].Id);
        Assert.IsType<MethodBlock.Items>(Document.Sections[0].Blocks[0]);
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
        var limits = Document.Sections[0].Blocks.OfType<MethodBlock.Items>().Last().Texts;

        Assert.Contains(limits, text => text.Contains("heel strikers are 27\u00a0% to 94\u00a0%", StringComparison.Ordinal));
        Assert.Contains(limits, text => text.Contains("No study shows an effect of the surface on knees", StringComparison.Ordinal));
        Assert.Contains(limits, text => text.Contains("overuse injury of any site", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_but_the_documentation_of_the_code_and_the_papers_is_said_past_the_resources()
    {
        var said = MethodDocument.In(MarkedLanguage.Instance).Sections
            .Where(section => section.Id is not "sources")
            .SelectMany(section => section.Blocks.SelectMany(Said).Prepend(section.Title))
            .Select(MarkedLanguage.Outside)
            .Where(text => text.Count(char.IsLetter) > 3 && !Citations.Any(citation => text.Contains(citation, StringComparison.Ordinal)));

        Assert.Empty(said);
    }

    [Theory]
    [InlineData("published", typeof(Published))]
    [InlineData("choices", typeof(Choices))]
    public void Every_constant_stands_with_its_meaning_value_and_ground(string section, Type list)
    {
        var rows = Rows(section);

        Assert.Equal(
            list.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.Name).Order(StringComparer.Ordinal),
            rows.Select(row => row[0].Text).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.All(row, cell => Assert.NotEqual("", cell.Text)));
    }

    [Theory]
    [InlineData("SpikeFrom", "1.1")]
    [InlineData("ModestSpikeHazard", "1.64 (1.31 to 2.05)")]
    [InlineData("SpikeRunners", "5,205")]
    [InlineData("DutyFactorSlowSpeed", "3.8\u00a0m/s")]
    [InlineData("Osteoarthritis", "runners 0.035, competitive 0.133, sedentary 0.1023")]
    public void A_published_number_is_written_with_its_unit_and_parts(string name, string value) =>
        Assert.Equal(value, Rows("published").Single(row => row[0].Text == name)[2].Text);

    [Theory]
    [InlineData("ReferenceSpeed", "2.78\u00a0m/s")]
    [InlineData("BaselineWindow", "90\u00a0d")]
    [InlineData("LeastBaseline", "3\u00a0h")]
    [InlineData("DenseRecording", "1.5\u00a0s")]
    [InlineData("LeastExcess", "1,000\u00a0m")]
    [InlineData("WeekPoints", "above 1, points 43; above 0.5, points 34; above 0.3, points 23; above 0.2, points 11")]
    public void A_choice_is_written_with_its_unit_and_parts(string name, string value) =>
        Assert.Equal(value, Rows("choices").Single(row => row[0].Text == name)[2].Text);

    [Fact]
    public void Every_source_is_a_link() =>
        Assert.All(Table("sources").Rows, row =>
        {
            Assert.NotEmpty(row[1].Text);
            Assert.Equal(row[1].Text.StartsWith("10.", StringComparison.Ordinal) ? "https://doi.org/" + row[1].Text : row[1].Text, row[1].Address);
        });

    [Fact]
    public void Every_red_flag_stands_with_urgency_first_aid_and_sources() =>
        Assert.All(Table("red-flags").Rows, row => Assert.All(row, cell => Assert.NotEmpty(cell.Text)));

    [Fact]
    public void The_cells_of_the_made_run_add_up_to_its_load()
    {
        var rows = Document.Sections.Single(section => section.Id == "load-by-hand").Blocks.OfType<MethodBlock.Table>().Last().Rows;

        var sum = rows.SkipLast(1).Sum(row => Number(row[1]) * Number(row[7]));

        Assert.Equal(KneeLoadModel.LoadOf(LoadExampleSection.Cells, CalibrationSection.Population).Value, sum, 3);
        Assert.Equal(Number(rows[^1][^1]), sum, 3);
    }

    [Fact]
    public void The_rows_of_each_made_history_add_up_to_its_score() =>
        Assert.All(Table("score-by-hand").Rows, row => Assert.Equal(Number(row[6]), Number(row[3]) + Number(row[4]) + Number(row[5])));

    [Fact]
    public void The_made_histories_score_what_the_rules_give_by_hand() =>
        Assert.Equal(
            // From 1.10 to 1.20 points rise to 48: 4.8 at 1.11, 24 at 1.15. From 1.90 to 2.00 to 85: 66.5 at 1.95.
            // On day 9 half is left of 48, on day 11 nothing. Three runs more are 60 km against a largest block of 40.
            ["0", "5", "24", "48", "48", "67", "85", "48", "24", "0", "0", "23", "0", "0", "48"],
            Table("score-by-hand").Rows.Select(row => row[3].Text));

    [Fact]
    public void Constants_stand_in_the_order_of_the_model()
    {
        var topics = Document.Sections.Single(section => section.Id == "choices").Blocks.OfType<MethodBlock.Table>().Select(table => table.Caption).ToList();

        Assert.True(topics.IndexOf("Gradient and climb") < topics.IndexOf("Load of a run"));
        Assert.True(topics.IndexOf("Load of a run") < topics.IndexOf("Points for load"));
        Assert.True(topics.IndexOf("Points for load") < topics.IndexOf("Levels"));
    }

    private static IReadOnlyList<IReadOnlyList<MethodCell>> Rows(string section) =>
        [.. Document.Sections.Single(one => one.Id == section).Blocks.OfType<MethodBlock.Table>().SelectMany(table => table.Rows)];

    private static MethodBlock.Table Table(string section) =>
        Document.Sections.Single(one => one.Id == section).Blocks.OfType<MethodBlock.Table>().Single();

    private static double Number(MethodCell cell) => double.Parse(cell.Text.Replace('\u2212', '-'), CultureInfo.InvariantCulture);

    private static string[] Citations =>
        [.. typeof(Sources)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => property.GetValue(null))
            .Cast<Source>()
            .SelectMany(source => new[] { source.Citation, source.Id })];

    private static IEnumerable<string> Said(MethodBlock block) => block switch
    {
        MethodBlock.Heading heading => [heading.Text],
        MethodBlock.Paragraph paragraph => [paragraph.Text],
        MethodBlock.Items items => items.Texts,
        MethodBlock.Formula formula => [formula.Where],
        MethodBlock.Table table => [
            table.Caption, .. table.Columns, .. table.Rows.SelectMany(row => row.Where(cell => !cell.IsQuoted).Select(cell => cell.Text)),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, null),
    };
}
