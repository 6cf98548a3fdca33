using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Web.Words.Scores;

namespace KneeLoad.Web.Words.Care;

/// <summary>Says a piece of advice; the one place for pages, mail and command line.</summary>
public static class AdviceWords
{
    /// <summary>The thing to do; with a red flag also how soon.</summary>
    public static string Text(AdviceItem item, LanguageFormat format)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(format);
        var say = format.Say;
        string N(double number) => format.Number(number, 0);
        var (from, to) = Article.CoolingTimes;
        var text = say[
            Key(item),
            ("age", N(Choices.LastYearsWithoutScore.Value)),
            ("minutes", N(item.Id is AdviceId.WarmUp ? Choices.WarmUp.Value.TotalMinutes : Choices.CoolingMinutes.Value)),
            ("from", N(from)),
            ("to", N(to)),
            ("pain", N(Published.AcceptablePain.Value)),
            ("worst", N(PainWords.WorstPain)),
            ("days", N(item.Id is AdviceId.KeepsComingBack ? Choices.RecurringPainDays.Value : Published.SpikeWindowDays.Value)),
            ("about", format.Share(Choices.StepRateTry.Value.About)),
            ("most", format.Share(Choices.StepRateTry.Value.AtMost))];
        return item.Id is AdviceId.SeeADoctor && RedFlagWords.Breathless(item.RedFlags, say) is { } call ? $"{text} {call}" : text;
    }

    /// <summary>The article's own claims; null where it says nothing.</summary>
    public static string? OfArticle(AdviceItem item, Language say)
    {
        ArgumentNullException.ThrowIfNull(item);
        return ArticleWords.Claims(item.Article, say);
    }

    /// <summary>The findings of research, with the outcome that each study had.</summary>
    public static string Research(AdviceItem item, LanguageFormat format)
    {
        ArgumentNullException.ThrowIfNull(item);
        return AdviceResearch.Of(item.Id, format);
    }

    /// <summary>The certainty of the trials of this very advice.</summary>
    public static string Tested(AdviceItem item, Language say)
    {
        ArgumentNullException.ThrowIfNull(item);
        return say["Advice.Tested." + (item.Tested?.ToString() ?? "None")];
    }

    private static string Key(AdviceItem item) => item switch
    {
        { Id: AdviceId.SeeADoctor } => "Advice.Do.SeeADoctor." + UrgencyOf(item.RedFlags),
        { Id: AdviceId.FirstAid, RedFlags: RedFlags.None } => "Advice.Do.FirstAid.Fresh",
        { Id: AdviceId.FirstAid } => "Advice.Do.FirstAid." + RedFlagTable.FirstAidOf(item.RedFlags),
        { Id: AdviceId.HoldOrReduce, Trigger: AdviceTrigger.OnTheWayBack } => "Advice.Do.HoldOrReduce.OnTheWayBack",
        { Id: AdviceId.Return, Trigger: AdviceTrigger.Paused } => "Advice.Do.Return.Paused",
        { Id: AdviceId.WalkBeforeStopping, Trigger: AdviceTrigger.AbruptStops } => "Advice.Do.WalkBeforeStopping.AbruptStops",
        _ => "Advice.Do." + item.Id,
    };

    // A flag that is open and not known is answered as soon as any that is.
    private static CareUrgency UrgencyOf(RedFlags flags) => flags is RedFlags.None ? CareUrgency.Today : RedFlagTable.UrgencyOf(flags);
}
