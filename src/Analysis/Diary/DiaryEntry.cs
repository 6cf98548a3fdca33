using NodaTime;

namespace KneeLoad.Analysis.Diary;

/// <summary>Names the activity that the runner told of beside an entry; recorded runs and walks need not be told.</summary>
public enum ToldActivity
{
    /// <summary>A day without running, or a shorter walk.</summary>
    None,

    /// <summary>A walk of at least 20 minutes.</summary>
    Walk20Minutes,

    /// <summary>A walk of at least 30 minutes.</summary>
    Walk30Minutes,

    /// <summary>A run.</summary>
    Run,
}

/// <summary>Answers about the knees on one day. Null means not asked or not answered.</summary>
public sealed record DiaryEntry
{
    /// <summary>The local day that it speaks of.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>When it was entered; orders entries of one day.</summary>
    public required Instant Entered { get; init; }

    /// <summary>Worst pain during the activity, or on a day without one, 0 to 10.</summary>
    public int? WorstPain { get; init; }

    /// <summary>Back to as before within the hour.</summary>
    public bool? SettledWithinHour { get; init; }

    /// <summary>Worse the next morning.</summary>
    public bool? WorseNextMorning { get; init; }

    /// <summary>The activity that the runner told of; null when not told, so that recorded ones speak alone.</summary>
    public ToldActivity? Activity { get; init; }

    /// <summary>True when it hurt at the front of the knee, around or behind the kneecap.</summary>
    public bool FrontOfKnee { get; init; }

    /// <summary>True while limping.</summary>
    public bool Limping { get; init; }

    /// <summary>The red flags that were ticked.</summary>
    public RedFlags RedFlags { get; init; }

    /// <summary>The day on which the runner said that a doctor has seen it, or withdrew it; null while open.</summary>
    public LocalDate? RedFlagClosed { get; init; }
}
