using KneeLoad.Analysis.Advice;
using KneeLoad.Testing;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Care;

namespace KneeLoad.Web.Tests.Words.Care;

/// <summary>The causes in words: names and signs, the reassuring finding with its figures, the preparations answered.</summary>
public sealed class CauseWordsTests
{
    private static readonly Language Say = Language.English;

    public static TheoryData<KneeCauseId> Causes => [.. Enum.GetValues<KneeCauseId>()];

    [Theory]
    [MemberData(nameof(Causes))]
    public void Every_cause_has_a_name_and_typical_signs(KneeCauseId id)
    {
        Assert.NotEmpty(CauseWords.Name(id, Say));
        Assert.True(CauseWords.Signs(id, Say).Length > 30);
        Assert.Empty(DenyList.Denied(CauseWords.Signs(id, Say)));
    }

    [Fact]
    public void Runners_are_told_that_they_have_no_more_osteoarthritis_with_both_reviews_figures()
    {
        var text = CauseWords.Reassurance(Say);

        Assert.Contains("no more osteoarthritis of the knee than others", text, StringComparison.Ordinal);
        Assert.Contains("0.97 (0.56 to 1.68)", text, StringComparison.Ordinal);
        Assert.Contains("3.5\u00a0%", text, StringComparison.Ordinal);
        Assert.Contains("13.3\u00a0%", text, StringComparison.Ordinal);
        Assert.Contains("10.2\u00a0%", text, StringComparison.Ordinal);
        Assert.Empty(DenyList.Denied(text));
    }

    [Fact]
    public void Glucosamine_and_chondroitin_are_answered_once_with_what_large_trials_found()
    {
        var text = CauseWords.Preparations(Say);

        Assert.Contains("3,803 patients", text, StringComparison.Ordinal);
        Assert.Contains("no relief worth having", text, StringComparison.Ordinal);
        Assert.Empty(DenyList.Denied(text));
        Assert.Single(
            TextFile.All.SelectMany(file => file.Texts),
            entry => entry.Value.Contains("chondroitin", StringComparison.OrdinalIgnoreCase) && !entry.Key.EndsWith(".Title", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_sign_that_wants_a_doctor_says_how_soon() =>
        Assert.All(RedFlagTable.All, row => Assert.Contains(RedFlagWords.Urgency(row.Urgency, Say), CauseWords.Sign(row, Say), StringComparison.Ordinal));
}
