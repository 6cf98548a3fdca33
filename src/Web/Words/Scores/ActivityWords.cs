using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Web.Words.Scores;

/// <summary>Names the activity that a runner tells of a day.</summary>
public static class ActivityWords
{
    /// <summary>The activity as an answer to pick: "A walk of 20 minutes".</summary>
    public static string Of(ToldActivity activity, Language say) => Filled("Diary.Activity." + activity, activity, say);

    /// <summary>The activity within a sentence: "a walk of 20 minutes".</summary>
    public static string Said(ToldActivity activity, Language say) => Filled("Diary.Said.Activity." + activity, activity, say);

    private static string Filled(string key, ToldActivity activity, Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return activity switch
        {
            ToldActivity.Walk20Minutes => say[key, ("minutes", say.Format.Number(Choices.HoldWalk.Value.TotalMinutes, 0))],
            ToldActivity.Walk30Minutes => say[key, ("minutes", say.Format.Number(Choices.LadderWalk.Value.TotalMinutes, 0))],
            _ => say[key],
        };
    }
}
