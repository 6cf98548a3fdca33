namespace KneeLoad.Analysis.Diary;

/// <summary>Signs that want a doctor before any running.</summary>
[Flags]
public enum RedFlags
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Cannot put weight on the leg.</summary>
    CannotBearWeight = 1,

    /// <summary>The knee locks.</summary>
    Locking = 2,

    /// <summary>The knee gives way.</summary>
    GivingWay = 4,

    /// <summary>Marked swelling.</summary>
    MarkedSwelling = 8,

    /// <summary>Hot and red, with fever.</summary>
    HotAndRedWithFever = 16,

    /// <summary>A pop at the moment of injury.</summary>
    PopAtInjury = 32,

    /// <summary>Swelling of the calf.</summary>
    CalfSwelling = 64,
}
