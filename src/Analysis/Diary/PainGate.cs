using NodaTime;

namespace KneeLoad.Analysis.Diary;

/// <summary>Names the action that the diary asks for.</summary>
public enum GateAction
{
    /// <summary>Hold the distance or reduce it.</summary>
    HoldOrReduce,

    /// <summary>Stop running until it has settled.</summary>
    Stop,

    /// <summary>See a doctor.</summary>
    SeeADoctor,
}

/// <summary>The action that the diary asks for. It may raise the level, never the score.</summary>
/// <param name="Action">The action.</param>
/// <param name="Since">Day of the entry that set it.</param>
/// <param name="Until">Last day that it holds without a later entry; null for a red flag, which stays until it is closed, and for the return ladder.</param>
public sealed record PainGate(GateAction Action, LocalDate Since, LocalDate? Until);
