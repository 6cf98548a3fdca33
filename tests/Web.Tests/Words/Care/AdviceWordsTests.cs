using System.Text.RegularExpressions;
using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Testing;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Care;

namespace KneeLoad.Web.Tests.Words.Care;

/// <summary>Advice in words: one sentence each, outcomes named, nothing put into the article's mouth, nothing that must not be said.</summary>
public sealed partial class AdviceWordsTests
{
    private static readonly Language Say = Language.English;
    private static readonly LanguageFormat Format = Say.Format;

    public static TheoryData<AdviceId, AdviceTrigger, RedFlags> Items
    {
        get
        {
            var items = new TheoryData<AdviceId, AdviceTrigger, RedFlags>();
            foreach (var id in Enum.GetValues<AdviceId>())
            {
                items.Add(id, AdviceTrigger.Always, id is AdviceId.SeeADoctor ? RedFlags.Locking : RedFlags.None);
            }

            foreach (var flag in RedFlagTable.All)
            {
                items.Add(AdviceId.SeeADoctor, AdviceTrigger.RedFlag, flag.Flag);
                if (flag.FirstAid is not FirstAidAllowed.None)
                {
                    items.Add(AdviceId.FirstAid, AdviceTrigger.RedFlag, flag.Flag);
                }
            }

            items.Add(AdviceId.Return, AdviceTrigger.Paused, RedFlags.None);
            items.Add(AdviceId.WalkBeforeStopping, AdviceTrigger.AbruptStops, RedFlags.None);
            return items;
        }
    }

    [Theory]
    [MemberData(nameof(Items))]
    public void Every_advice_says_what_to_do_in_one_sentence_and_the_emergency_call_in_another(AdviceId id, AdviceTrigger trigger, RedFlags flags)
    {
        var text = AdviceWords.Text(new(id, trigger, flags), Format);

        Assert.Equal(flags.HasFlag(RedFlags.CalfSwelling) ? 2 : 1, Sentence().Count(text));
        Assert.Empty(DenyList.Denied(text));
    }

    [Theory]
    [MemberData(nameof(Items))]
    public void A_text_that_quotes_a_number_names_the_outcome_of_its_study(AdviceId id, AdviceTrigger trigger, RedFlags flags)
    {
        var item = new AdviceItem(id, trigger, flags);

        var research = AdviceWords.Research(item, Format);

        Assert.True(research.Length > 30, research);
        Assert.Empty(DenyList.Denied(research));
        Assert.All(item.Quoted, number => Assert.Contains(NameOf(number), research, StringComparison.OrdinalIgnoreCase));
        Assert.True(item.Quoted.Count > 0 || !Claim().IsMatch(research), $"A number without its study: {research}");
    }

    [Theory]
    [MemberData(nameof(Items))]
    public void The_line_of_the_article_is_its_own_claims_and_nothing_else(AdviceId id, AdviceTrigger trigger, RedFlags flags)
    {
        var item = new AdviceItem(id, trigger, flags);

        var line = AdviceWords.OfArticle(item, Say);

        Assert.Equal(item.Article.Count == 0 ? null : string.Join(' ', item.Article.Select(claim => ArticleWords.Claim(claim, Say))), line);
    }

    [Fact]
    public void Every_claim_that_may_be_passed_on_has_its_paraphrase_and_the_others_have_none()
    {
        Assert.All(
            Enum.GetValues<ArticleClaim>().Except(Article.NeverAdvised),
            claim => Assert.EndsWith(".", ArticleWords.Claim(claim, Say), StringComparison.Ordinal));
        Assert.All(Article.NeverAdvised, claim => Assert.Throws<ArgumentException>(() => ArticleWords.Claim(claim, Say)));
    }

    [Fact]
    public void The_article_is_called_the_article_this_began_from() =>
        Assert.All(
            TextFile.All.SelectMany(file => file.Texts.Values),
            text => Assert.DoesNotContain("runners say", text, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData(RedFlags.HotAndRedWithFever, "emergency department today")]
    [InlineData(RedFlags.CalfSwelling, "call the emergency number now")]
    [InlineData(RedFlags.CannotBearWeight, "today")]
    [InlineData(RedFlags.Locking, "today or tomorrow")]
    [InlineData(RedFlags.GivingWay, "this week")]
    public void A_red_flag_says_how_soon(RedFlags flag, string soon) =>
        Assert.Contains(soon, AdviceWords.Text(new(AdviceId.SeeADoctor, AdviceTrigger.RedFlag, flag), Format), StringComparison.Ordinal);

    [Fact]
    public void Ground_and_foot_strike_are_never_named_without_the_doubt() =>
        Assert.All(
            [AdviceId.SoftLevelGround, AdviceId.EvenRoll],
            id => Assert.Contains("does not confirm", AdviceWords.Research(new(id, AdviceTrigger.Always), Format), StringComparison.Ordinal));

    [Fact]
    public void All_three_studies_of_grass_are_quoted()
    {
        var text = AdviceWords.Research(new(AdviceId.SoftLevelGround, AdviceTrigger.SoreKnee), Format);

        Assert.Contains("9\u00a0% to 17\u00a0% lower at the heel (47 runners)", text, StringComparison.Ordinal);
        Assert.Contains("13 runners", text, StringComparison.Ordinal);
        Assert.Contains("8.2 against 7.5", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_growth_of_novices_is_of_distance_related_injuries_over_two_weeks()
    {
        var text = AdviceWords.Research(new(AdviceId.WeekOutgrewMonth, AdviceTrigger.Week), Format);

        Assert.Contains("874 novices", text, StringComparison.Ordinal);
        Assert.Contains("in 2 weeks", text, StringComparison.Ordinal);
        Assert.Contains("distance-related injury", text, StringComparison.Ordinal);
    }

    private static string NameOf(ICited number) => number.Outcome switch
    {
        Outcome.Load => OutcomeWords.Tissue(number.Tissue, Say),
        _ => OutcomeWords.Of(number, Say),
    };

    [GeneratedRegex(@"[.!?](\s|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Sentence();

    /// <summary>A ratio, a share or a number of people.</summary>
    [GeneratedRegex(@"\d\.\d|\d\u00a0%|\d (runners|novices|men|patients)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Claim();
}
