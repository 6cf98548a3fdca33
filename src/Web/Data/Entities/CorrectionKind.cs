namespace KneeLoad.Web.Data.Entities;

/// <summary>Things that a runner can tell of an activity.</summary>
public enum CorrectionKind
{
    /// <summary>It counts nowhere, and stays in the list.</summary>
    LeftOut,

    /// <summary>It is on no page any more. It can be brought back for some days; then it goes for good, and its file with it.</summary>
    Deleted,

    /// <summary>It repeats no other activity.</summary>
    NotTheSame,

    /// <summary>It was a run, a walk or another sport.</summary>
    RunKind,

    /// <summary>Its distance was another.</summary>
    Distance,

    /// <summary>It began at another moment.</summary>
    Start,

    /// <summary>It and an equal activity at another hour are one run, written in two zones.</summary>
    SameRun,

    /// <summary>It and an equal activity at another hour are two runs.</summary>
    OtherRun,
}
