using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Analysis.Tests.Advice;

/// <summary>Each piece of advice carries the certainty of its own trials and the claims that the article really makes.</summary>
public sealed class AdviceEvidenceTests
{
    public static TheoryData<AdviceId> Ids => [.. Enum.GetValues<AdviceId>()];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_advice_has_its_evidence(AdviceId id)
    {
        var item = new AdviceItem(id, AdviceTrigger.Always);

        Assert.All(item.Article, claim => Assert.True(Enum.IsDefined(claim)));
        Assert.All(item.Quoted, number => Assert.Contains(number.Source, item.Sources));
        Assert.True(item.Tested is null || item.Sources.Count > 0, "A trial has a source.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_advice_rests_on_a_drug_or_a_preparation(AdviceId id) =>
        Assert.Empty(new AdviceItem(id, AdviceTrigger.Always).Article.Intersect(Article.NeverAdvised));

    [Theory]
    [InlineData(AdviceId.SeeADoctor)]
    [InlineData(AdviceId.StopRunning)]
    [InlineData(AdviceId.StopAtOnce)]
    [InlineData(AdviceId.KeepsComingBack)]
    [InlineData(AdviceId.KeepMoving)]
    [InlineData(AdviceId.CutBack)]
    [InlineData(AdviceId.GradualLoad)]
    [InlineData(AdviceId.WeekOutgrewMonth)]
    public void Advice_that_no_trial_tested_borrows_no_certainty_from_a_neighbouring_fact(AdviceId id) =>
        Assert.Null(new AdviceItem(id, AdviceTrigger.Always).Tested);

    [Theory]
    [InlineData(AdviceId.HipAndCore, Certainty.B)]
    [InlineData(AdviceId.SofterLanding, Certainty.C)]
    [InlineData(AdviceId.ThighAndHip, Certainty.A)]
    [InlineData(AdviceId.WarmUp, Certainty.D)]
    public void Advice_that_was_tried_carries_the_certainty_of_its_trials(AdviceId id, Certainty certainty) =>
        Assert.Equal(certainty, new AdviceItem(id, AdviceTrigger.Always).Tested);

    [Fact]
    public void The_article_tells_acute_from_recurring_pain()
    {
        Assert.Equal([ArticleClaim.D1], new AdviceItem(AdviceId.StopAtOnce, AdviceTrigger.SoreKnee).Article);
        Assert.Equal([ArticleClaim.E4], new AdviceItem(AdviceId.WalkBeforeStopping, AdviceTrigger.RecurringPain).Article);
    }

    [Fact]
    public void Every_cause_of_the_article_and_the_two_commonest_stand_on_the_list()
    {
        Assert.Equal(Enum.GetValues<KneeCauseId>(), KneeCauses.All.Select(cause => cause.Id));
        Assert.Equal([KneeCauseId.Kneecap, KneeCauseId.IliotibialBand], KneeCauses.All.Where(cause => cause.Claim is null).Select(cause => cause.Id));
        Assert.Equal(
            Enumerable.Range((int)ArticleClaim.A1, 11).Select(claim => (ArticleClaim)claim),
            KneeCauses.All.Select(cause => cause.Claim).OfType<ArticleClaim>());
    }
}
