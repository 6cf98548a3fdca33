using KneeLoad.Testing;

namespace KneeLoad.Architecture.Tests.Documents;

/// <summary>The decisions are whole, numbered without a gap, tied to their successors, and listed in their index.</summary>
public sealed class DecisionTests
{
    private const string Whole =
        "# A choice\n\nField: house\n\n## Question\n\nWhy?\n\n## Choice\n\nSo.\n\n## Given up\n\nNothing.\n\n## Status\n\nAccepted on 2026-11-28.\n";

    private static readonly Lazy<IReadOnlyList<Decision>> Decisions = new(Decision.All);

    [Fact]
    public void The_index_is_what_the_files_say()
    {
        var index = DecisionIndex.Of(Decisions.Value);

        Assert.Equal(Approved.Text($"{Decision.Folder}/README.md", index), index);
    }

    [Fact]
    public void Numbers_have_no_gap_and_no_file_is_named_otherwise_than_its_title()
    {
        var wrong = Decisions.Value.Where((decision, at) => decision.Number != at + 1 || decision.FileName != decision.ExpectedFileName)
            .Select(decision => $"{decision.FileName}, expected {decision.ExpectedFileName} without a gap in the numbers");

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_title_is_a_choice_and_its_field_is_known()
    {
        var fields = DecisionIndex.Fields.Select(known => known.Field).ToHashSet(StringComparer.Ordinal);

        var wrong = Decisions.Value.Where(decision => decision.Title.EndsWith('?') || !fields.Contains(decision.Field));

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_superseded_decision_and_its_successor_name_each_other()
    {
        var said = Decisions.Value.Where(decision => decision.Successor is not null).Select(decision => (Old: decision.FileName, New: decision.Successor!));
        var confirmed = Decisions.Value.SelectMany(decision => decision.Replaced.Select(old => (Old: old, New: decision.FileName)));

        Assert.Equal(said.Order(), confirmed.Order());
    }

    [Theory]
    [InlineData("## Given up\n\nNothing.\n\n", "")]
    [InlineData("Why?", "")]
    [InlineData("Accepted", "Proposed")]
    [InlineData("Field: house\n\n", "")]
    public void A_file_that_lacks_a_part_is_named(string part, string instead)
    {
        Assert.Equal("A choice", Decision.Parse("001-a-choice.md", Whole).Title);

        var exception = Assert.Throws<FormatException>(() => Decision.Parse("001-a-choice.md", Whole.Replace(part, instead, StringComparison.Ordinal)));

        Assert.Contains("001-a-choice.md", exception.Message, StringComparison.Ordinal);
    }
}
