using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;
using NodaTime;

namespace KneeLoad.Web.Words;

/// <summary>Says the way back after a stop by pain, and what lifts a hold; the one place for pages and mail.</summary>
public static class LadderWords
{
    /// <summary>One step: "Walk 30 minutes".</summary>
    public static string Step(LadderStep step, Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        var key = "Diary.Ladder.Step." + step;
        return step is LadderStep.Walk ? say[key, ("minutes", Minutes(Choices.LadderWalk.Value, say))] : say[key];
    }

    /// <summary>The entry that frees the next step, in a sentence.</summary>
    public static string Frees(ReturnLadder ladder, Language say)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        ArgumentNullException.ThrowIfNull(say);
        var key = "Diary.Ladder.Frees." + ladder.FreedBy;
        return ladder.FreedBy is FreeingActivity.Walk
            ? say[key, ("minutes", Minutes(Choices.LadderWalk.Value, say)), ("pain", Acceptable(say)), ("most", Most(say))]
            : say[key, ("pain", Acceptable(say)), ("most", Most(say))];
    }

    /// <summary>The step that the runner stands on and what frees the next, for a mail.</summary>
    public static string Of(ReturnLadder ladder, Language say)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        ArgumentNullException.ThrowIfNull(say);
        return say["Diary.Ladder.NowAndNext", ("now", say["Diary.Ladder.Now", ("step", Step(ladder.Step, say))]), ("next", Frees(ladder, say))];
    }

    /// <summary>How a worse day counts, in a sentence.</summary>
    public static string Back(Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return say["Diary.Ladder.Back", ("stop", say.Format.Number(Published.PainToStop.Value, 0)), ("most", Most(say))];
    }

    /// <summary>The entry that ends a hold, in a sentence; null where nothing holds.</summary>
    public static string? EndsHold(PainGate? gate, Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return gate is { Action: GateAction.HoldOrReduce, Until: { } until }
            ? say[
                "Diary.Hold.Frees",
                ("minutes", Minutes(Choices.HoldWalk.Value, say)),
                ("pain", Acceptable(say)),
                ("most", Most(say)),
                ("day", say.Days.WithYear(until))]
            : null;
    }

    private static string Minutes(Duration duration, Language say) => say.Format.Number(duration.TotalMinutes, 0);

    private static string Acceptable(Language say) => say.Format.Number(Published.AcceptablePain.Value, 0);

    private static string Most(Language say) => say.Format.Number(DiaryEntryWords.MostPain, 0);
}
