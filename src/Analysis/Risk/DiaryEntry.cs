using NodaTime;

namespace KneeLoad.Analysis.Risk;

/// <summary>What the runner said about the knees on one day. Null means not asked or not answered.</summary>
public sealed record DiaryEntry
{
    /// <summary>The local day that it speaks of.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>When it was entered; orders entries of one day.</summary>
    public required Instant Entered { get; init; }

    /// <summary>Worst pain during the run, 0 to 10.</summary>
    public int? WorstPain { get; init; }

    /// <summary>Back to as before within the hour.</summary>
    public bool? SettledWithinHour { get; init; }

    /// <summary>Worse the next morning.</summary>
    public bool? WorseNextMorning { get; init; }

    /// <summary>It hurt at the front of the knee, around or behind the kneecap.</summary>
    public bool FrontOfKnee { get; init; }

    /// <summary>Limping.</summary>
    public bool Limping { get; init; }

    /// <summary>A red flag was ticked.</summary>
    public RedFlags RedFlags { get; init; }

    /// <summary>The day on which the runner said that a doctor has seen it, or withdrew it; null while open.</summary>
    public LocalDate? RedFlagClosed { get; init; }
}
