using NodaTime;

namespace KneeLoad.Analysis.Diary;

/// <summary>Names a step of the way back after a stop by pain: what may be done now.</summary>
public enum LadderStep
{
    /// <summary>Rest; no ceiling.</summary>
    Rest,

    /// <summary>A walk of 30 minutes; no ceiling.</summary>
    Walk,

    /// <summary>Half of the usual session, run and walk in turns allowed.</summary>
    HalfSession,

    /// <summary>The usual session; after it today's ceiling.</summary>
    UsualSession,
}

/// <summary>Names the activity whose entry, at 2 of 10 or less and settled, frees the next step.</summary>
public enum FreeingActivity
{
    /// <summary>A walk of 30 minutes.</summary>
    Walk,

    /// <summary>A run of about half of the usual session.</summary>
    HalfSession,

    /// <summary>A run of about the usual session.</summary>
    UsualSession,
}

/// <summary>The way back after a stop by pain.</summary>
/// <param name="Step">The step that the runner stands on.</param>
/// <param name="StoppedOn">Day of the entry that asked to stop.</param>
/// <param name="FreedBy">The activity that frees the next step.</param>
public sealed record ReturnLadder(LadderStep Step, LocalDate StoppedOn, FreeingActivity FreedBy);
