using System.Text.RegularExpressions;
using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Testing;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Advice;

/// <summary>What no text of ours may say: a probability of injury, a promise, a drug, an exercise of hearsay.</summary>
public sealed partial class WordsTests
{
    public static TheoryData<string> Texts => [.. AdviceSentences().Concat(RowSentences()).Concat(CauseSentences()).Distinct()];

    [Theory]
    [MemberData(nameof(Texts))]
    public void No_text_says_what_must_not_be_said(string text) => Assert.Empty(DenyList.Denied(text));

    [Theory]
    [InlineData("This run is safe.")]
    [InlineData("You have a 30 % risk.")]
    [InlineData("12.5% of runners were injured.")]
    [InlineData("Your probability of injury is high.")]
    [InlineData("Results are guaranteed.")]
    [InlineData("Take ibuprofen.")]
    [InlineData("Glucosamine restores it.")]
    [InlineData("Do 50 squats a day.")]
    [InlineData("Just run through it.")]
    public void The_deny_list_finds_what_it_is_made_for(string text) => Assert.NotEmpty(DenyList.Denied(text));

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_hazard_ratio_is_never_quoted_without_its_site(string text) =>
        Assert.True(!text.Contains("hazard ratio", StringComparison.Ordinal) || text.Contains("injury of any site", StringComparison.Ordinal), text);

    [Fact]
    public void Every_advice_says_what_to_do_in_one_sentence()
    {
        Assert.All(AdviceTexts.All, item => Assert.Single(Sentence().Matches(item.Text)));
        Assert.All(AdviceTexts.All, item => Assert.True(item.Research.Length > 30, item.Id));
        Assert.Equal(AdviceTexts.All.Count, AdviceTexts.All.Select(item => item.Id).Distinct().Count());
    }

    [Fact]
    public void Ground_and_foot_strike_are_never_named_without_the_doubt()
    {
        Assert.Contains("does not confirm", AdviceTexts.SoftLevelGround.Research, StringComparison.Ordinal);
        Assert.Contains("does not confirm", AdviceTexts.EvenRoll.Research, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_cause_has_signs_and_none_is_missing() =>
        Assert.Equal(
            ["meniscus", "ligaments", "arthritis", "osteoarthritis", "synovitis", "tendon", "cartilage", "flat-feet", "back", "blood-vessels"],
            KneeCauses.All.Where(cause => cause.Signs.Length > 30).Select(cause => cause.Id));

    [Fact]
    public void The_reassuring_finding_is_given_with_its_figures()
    {
        Assert.Contains("3.5 %", KneeCauses.Reassurance, StringComparison.Ordinal);
        Assert.Contains("10.2 %", KneeCauses.Reassurance, StringComparison.Ordinal);
        Assert.Equal("10.2519/jospt.2017.7137", KneeCauses.ReassuranceSource.Doi);
    }

    [GeneratedRegex(@"[.!?](\s|$)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Sentence();

    private static IEnumerable<string> AdviceSentences() =>
        AdviceTexts.All.SelectMany(item => new[] { item.Text, item.Article, item.Research }).OfType<string>();

    private static IEnumerable<string> CauseSentences() =>
        KneeCauses.All.SelectMany(cause => new[] { cause.Name, cause.Signs })
            .Concat([KneeCauses.Introduction, KneeCauses.OnlyADoctor, KneeCauses.Reassurance]);

    private static IEnumerable<string> RowSentences()
    {
        List<HistoryRun>[] histories =
        [
            [],
            Steady(10, 4, 62, 2),
            [.. Steady(10, 4, 62, 2), Run(0, 11.1)],
            [.. Steady(10, 5, 62, 10), Run(9, 15)],
            [.. Steady(10, 5, 62, 2), Run(0, 30)],
            [.. Steady(10, 4, 62, 14), Run(6, 10), Run(5, 10), Run(4, 10), Run(3, 10), Run(2, 10)],
            [Run(62, 10), Run(40, 10), Run(20, 10), Run(0, 30)],
            [Run(100, 5), Run(90, 20), Run(80, 5), Run(0, 25)],
            [Run(100, null), Run(90, null), Run(80, null), Run(0, 11)],
            [Run(70, 10), Run(60, 10), Run(40, 10), Run(25, null), Run(15, null), Run(0, 20)],
            [.. Steady(10, 4, 62, 2), Run(5, null), Run(0, 15)],
            [.. Steady(10, 4, 62, 18), Run(0, null)],
            [Run(20, 5), Run(10, 5), Run(0, 5)],
            [.. Steady(10, 4, 62, 2).Select(run => run.OnGround(10_000, 0, 0, 9_000).Recorded(1))],
            [.. Steady(10, 4, 62, 2).Select(run => run.OnGround(1_000, 0, 9_000, 1_000))],
        ];
        var told = new RunnerProfile { ToldHeelStrike = true, ToldFootStrikeOn = Today };
        var assessments = histories.SelectMany(history => new[] { Assess(history), Assess(history, told) }).ToList();
        return assessments.SelectMany(assessment => assessment.Factors.SelectMany(row => new[] { row.Rule, row.Note }))
            .Concat(assessments.SelectMany(assessment => assessment.Information.SelectMany(row => new[] { row.Title, row.Note, row.Measured })).OfType<string>())
            .Concat(assessments.SelectMany(assessment => new[] { 5_000.0, 12_000, 40_000 }.Select(metres => PlannedRun.Judge(new(metres), assessment.Ceiling).Finding)));
    }
}
