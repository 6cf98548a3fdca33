using KneeLoad.Analysis.Diary;

namespace KneeLoad.Web.Data.Entities;

/// <summary>Names the knee that hurt.</summary>
public enum KneeSide
{
    /// <summary>The left one.</summary>
    Left,

    /// <summary>The right one.</summary>
    Right,

    /// <summary>Both.</summary>
    Both,
}

/// <summary>Answers beside pain, the same on every page that asks. Null means not answered.</summary>
public record KneeSigns
{
    /// <summary>Activity of a day without a recorded run or walk.</summary>
    public ToldActivity? Activity { get; init; }

    /// <summary>The knee that hurt.</summary>
    public KneeSide? Side { get; init; }

    /// <summary>Worse the next morning.</summary>
    public bool? WorseNextMorning { get; init; }

    /// <summary>It hurt at the front of the knee.</summary>
    public bool FrontOfKnee { get; init; }

    /// <summary>Limping.</summary>
    public bool Limping { get; init; }

    /// <summary>Red flags that were ticked; null when none.</summary>
    public IReadOnlyList<RedFlags>? Flags { get; init; }

    /// <summary>The knee was injured on that day.</summary>
    public bool Injured { get; init; }

    /// <summary>The runner pauses from now on.</summary>
    public bool Pausing { get; init; }

    /// <summary>The ticked flags as one value.</summary>
    public RedFlags RedFlags => (Flags ?? []).Aggregate(RedFlags.None, (all, flag) => all | flag);

    /// <summary>Whether every answer is one that was offered.</summary>
    public bool IsKnown =>
        (Flags ?? []).All(flag => Enum.IsDefined(flag) && flag is not RedFlags.None)
        && (Activity is not { } activity || Enum.IsDefined(activity))
        && (Side is not { } side || Enum.IsDefined(side));

    /// <summary>Whether anything that weighs was told: enough for an entry without a number.</summary>
    public bool SaysSomething => WorseNextMorning is not null || Limping || Injured || Pausing || Flags is { Count: > 0 };
}
