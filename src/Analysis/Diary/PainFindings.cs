namespace KneeLoad.Analysis.Diary;

/// <summary>What the diary says on a day.</summary>
/// <param name="Gate">What it asks for; null when nothing.</param>
/// <param name="CheckInDue">True when what it asked for ran out without an entry that had settled.</param>
/// <param name="PainDays">Days with pain within the last six weeks. [d]</param>
public sealed record PainFindings(PainGate? Gate, bool CheckInDue, int PainDays)
{
    /// <summary>True while a red flag is open.</summary>
    public bool RedFlagOpen => Gate?.Action is GateAction.SeeADoctor;
}
