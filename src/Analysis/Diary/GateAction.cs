namespace KneeLoad.Analysis.Diary;

/// <summary>What pain asks for.</summary>
public enum GateAction
{
    /// <summary>Hold the distance or reduce it.</summary>
    HoldOrReduce,

    /// <summary>Stop running until it has settled.</summary>
    Stop,

    /// <summary>See a doctor.</summary>
    SeeADoctor,
}
