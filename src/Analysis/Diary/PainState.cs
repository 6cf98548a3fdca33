using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Diary;

/// <summary>
/// The holds and the return ladder that a diary leaves behind, entry by entry. An entry of a day without an activity lifts nothing:
/// a rest day tells nothing about running.
/// </summary>
/// <param name="activities">Recorded runs, joined to sessions, and walks.</param>
internal sealed class PainState(IReadOnlyList<RecordedActivity> activities)
{
    private LocalDate? hold;
    private LocalDate? stop;
    private LocalDate lastWord;
    private LadderStep step;

    /// <summary>Takes the next entry in; entries come by day, then by when they were entered.</summary>
    public void Take(DiaryEntry entry)
    {
        switch (PainRule.AsksFor(entry))
        {
            case GateAction.Stop:
                (stop, hold, step, lastWord) = (entry.Day, entry.Day, LadderStep.Rest, entry.Day);
                break;
            case GateAction.HoldOrReduce:
                (hold, lastWord) = (entry.Day, entry.Day);
                step = step > LadderStep.Rest ? step - 1 : LadderStep.Rest;
                break;
            case null when PainRule.HasSettled(entry):
                Lift(entry);
                break;
        }
    }

    /// <summary>The gate of the return ladder; null when there is none.</summary>
    public PainGate? LadderGateOn(LocalDate asOf) => LadderOn(asOf) is { } ladder
        ? new(ladder.Step >= LadderStep.HalfSession ? GateAction.HoldOrReduce : GateAction.Stop, ladder.StoppedOn, Until: null)
        : null;

    /// <summary>The gate of a hold; null when it was lifted or has run out.</summary>
    public PainGate? HoldGateOn(LocalDate asOf) =>
        hold?.PlusDays(Choices.GateDays.Value) is { } until && asOf <= until ? new(GateAction.HoldOrReduce, hold.Value, until) : null;

    /// <summary>The step of the return ladder; null when there is none, and after six weeks without a word.</summary>
    public ReturnLadder? LadderOn(LocalDate asOf) => stop is { } day && asOf <= lastWord.PlusDays(Choices.LadderDays.Value)
        ? new(step, day, step switch
        {
            LadderStep.HalfSession => FreeingActivity.HalfSession,
            LadderStep.UsualSession => FreeingActivity.UsualSession,
            _ => FreeingActivity.Walk,
        })
        : null;

    /// <summary>Whether two weeks have passed without a word since something was asked for.</summary>
    public bool IsCheckInDue(LocalDate asOf) => hold is not null && asOf > lastWord.PlusDays(Choices.GateDays.Value);

    private void Lift(DiaryEntry entry)
    {
        var walked = entry.Activity switch
        {
            ToldActivity.Run or ToldActivity.Walk30Minutes => Choices.LadderWalk.Value,
            ToldActivity.Walk20Minutes => Choices.HoldWalk.Value,
            _ => Duration.Zero,
        };
        var ran = entry.Activity is ToldActivity.Run;
        Distance? distance = null;
        foreach (var activity in activities)
        {
            if (activity.Day == entry.Day)
            {
                walked = Duration.Max(walked, activity.IsRun ? Duration.Max(activity.Time, Choices.HoldWalk.Value) : activity.Time);
                ran |= activity.IsRun;
                distance = activity.IsRun && !(activity.Distance <= distance) ? activity.Distance : distance;
            }
        }

        if (stop is { } stopped)
        {
            Climb(walked, ran, distance, RecordedActivity.UsualSession(activities, stopped));
            lastWord = walked > Duration.Zero ? entry.Day : lastWord;
        }
        else if (walked >= Choices.HoldWalk.Value)
        {
            hold = null;
        }
    }

    // One entry frees one step at most, save that a walk of half an hour also answers whether walking is possible at all.
    private void Climb(Duration walked, bool ran, Distance? distance, Distance? usual)
    {
        switch (step)
        {
            case LadderStep.UsualSession when ran && Reaches(distance, usual):
                (stop, hold) = (null, null);
                break;
            case LadderStep.HalfSession when ran && Reaches(distance, Choices.LadderHalf.Value.Value * usual):
                step = LadderStep.UsualSession;
                break;
            case LadderStep.Rest or LadderStep.Walk when walked >= Choices.LadderWalk.Value:
                step = LadderStep.HalfSession;
                break;
            case LadderStep.Rest when walked >= Choices.HoldWalk.Value:
                step = LadderStep.Walk;
                break;
        }
    }

    // A run whose distance is unknown, or only told, is taken at the runner's word.
    private static bool Reaches(Distance? distance, Distance? asked) => !(distance < Choices.LadderReached.Value.Value * asked);
}
