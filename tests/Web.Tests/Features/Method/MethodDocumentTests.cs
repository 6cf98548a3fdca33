using System.Globalization;
using System.Reflection;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Testing;
using KneeLoad.Web.Features.Method;

namespace KneeLoad.Web.Tests.Features.Method;

/// <summary>The method is what the code computes with: every constant, the limits first, examples that add up.</summary>
public sealed class MethodDocumentTests
{
    private static readonly MethodDocument Document = MethodDocument.Current;

    [Fact]
    public void The_document_of_the_repository_says_what_the_code_computes()
    {
        var actual = MethodMarkdown.Write(Document);

        Assert.Equal(Approved.Text("docs/method.md", actual), actual);
    }

    [Fact]
    public void The_limits_come_first()
    {
        var limits = Document.Sections[0].Blocks.OfType<MethodBlock.Items>().SelectMany(items => items.Texts).ToArray();

        Assert.Equal("limits", Document.Sections[0].Id);
        Assert.Contains(limits, text => text.Contains("0.51 to 0.57", StringComparison.Ordinal));
        Assert.Contains(limits, text => text.Contains("differ by 67 %", StringComparison.Ordinal));
        Assert.Contains(limits, text => text.Contains("Foot strike cannot be read from a watch", StringComparison.Ordinal));
        Assert.Contains(limits, text => text.Contains("No study shows an effect of the surface on knees", StringComparison.Ordinal));
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
    [InlineData("Osteoarthritis", "runners 0.035, sedentary 0.1023")]
    public void A_published_number_is_written_with_its_unit_and_parts(string name, string value) =>
        Assert.Equal(value, Rows("published").Single(row => row[0].Text == name)[2].Text);

    [Theory]
    [InlineData("ReferenceSpeed", "2.78\u00a0m/s")]
    [InlineData("BaselineWindow", "90\u00a0d")]
    [InlineData("LeastBaseline", "3\u00a0h")]
    [InlineData("DenseRecording", "1.5\u00a0s")]
    [InlineData("LeastGrowth", "3,000\u00a0m")]
    [InlineData("GrowthPoints", "above ratio 1.5, points 25; above ratio 1.3, points 16; above ratio 1.2, points 10")]
    public void A_choice_is_written_with_its_unit_and_parts(string name, string value) =>
        Assert.Equal(value, Rows("choices").Single(row => row[0].Text == name)[2].Text);

    [Fact]
    public void A_source_with_an_identifier_is_a_link() =>
        Assert.All(Table("sources").Rows, row => Assert.Equal(row[1].Text.StartsWith("10.", StringComparison.Ordinal) ? "https://doi.org/" + row[1].Text : row[1].Text.StartsWith("https:", StringComparison.Ordinal) ? row[1].Text : null, row[1].Address));

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
            // 43 fades by a seventh a day from day 7 on: 3/7 of it are 18.4. Three runs more are 60 km against 35. Hard from half on: 10 and 5.
            ["0", "43", "43", "75", "43", "18", "0", "25", "0", "0", "43"],
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

    private static double Number(MethodCell cell) => double.Parse(cell.Text, CultureInfo.InvariantCulture);
}
