using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;
using NodaTime;

namespace KneeLoad.Web.Words.Scores;

/// <summary>Says what the diary asks for, and the steps of the way back.</summary>
public static class PainWords
{
    /// <summary>Number of the last step of the ladder.</summary>
    public const LadderStep LastStep = LadderStep.UsualSession;

    /// <summary>End of the scale of pain, the worst that one can imagine.</summary>
    public const int WorstPain = 10;

    /// <summary>The action that the diary asks for, in a sentence.</summary>
    public static string Action(GateAction action, Language say) => say["Pain.Action." + action];

    /// <summary>The action that the diary asks for, in a sentence. On the way back it is the step that counts.</summary>
    public static string Action(PainGate gate, ReturnLadder? ladder, Language say)
    {
        ArgumentNullException.ThrowIfNull(gate);
        ArgumentNullException.ThrowIfNull(say);
        return gate.Action is GateAction.HoldOrReduce && ladder is not null ? say["Pain.Action.OnTheWayBack"] : Action(gate.Action, say);
    }

    /// <summary>The question to a runner whose diary fell silent after pain.</summary>
    public static string CheckIn(Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return say["Pain.CheckIn", ("days", say.Format.Number(Choices.GateDays.Value, 0))];
    }

    /// <summary>Since when it holds and what ends it.</summary>
    public static string Since(PainGate gate, LocalDate today, Language say)
    {
        ArgumentNullException.ThrowIfNull(gate);
        ArgumentNullException.ThrowIfNull(say);
        var since = ("since", say.Days.Relative(gate.Since, today));
        return gate.Until is { } until
            ? say["Pain.Since.Until", since, ("until", say.Days.DayAndMonth(until))]
            : say[gate.Action is GateAction.SeeADoctor ? "Pain.Since.Closed" : "Pain.Since.Ladder", since];
    }

    /// <summary>The step that the runner stands on: Step 1 of 3.</summary>
    public static string Step(ReturnLadder ladder, Language say)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        return say["Pain.Ladder.Step", ("step", say.Format.Number((int)ladder.Step, 0)), ("last", say.Format.Number((int)LastStep, 0))];
    }

    /// <summary>The running that a step allows.</summary>
    public static string Allowed(ReturnLadder ladder, Language say)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        return say["Pain.Ladder.Step." + ladder.Step, ("minutes", Minutes(say))];
    }

    /// <summary>The condition that frees the next step.</summary>
    public static string FreedBy(ReturnLadder ladder, Language say)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        return say[
            "Pain.Ladder.Frees." + ladder.FreedBy,
            ("minutes", Minutes(say)),
            ("pain", say.Format.Number(Published.AcceptablePain.Value, 0)),
            ("worst", say.Format.Number(WorstPain, 0))];
    }

    private static string Minutes(Language say) => say.Format.Number(Choices.LadderWalk.Value.TotalMinutes, 0);
}
