namespace KneeLoad.Analysis.Diary;

/// <summary>The findings of the diary on a day.</summary>
/// <param name="Gate">The action that it asks for; null when none.</param>
/// <param name="Ladder">The way back after a stop; null when there was none, or it is done.</param>
/// <param name="CheckInDue">True when what it asked for has had no word for two weeks.</param>
public sealed record PainFindings(PainGate? Gate, ReturnLadder? Ladder, bool CheckInDue)
{
    /// <summary>True while a red flag is open.</summary>
    public bool RedFlagOpen => Gate?.Action is GateAction.SeeADoctor;
}
