using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Analysis.Advice;

/// <summary>Names how soon a red flag wants a doctor, the soonest first.</summary>
public enum CareUrgency
{
    /// <summary>Today, at an emergency department.</summary>
    TodayEmergency,

    /// <summary>Today.</summary>
    Today,

    /// <summary>Today or tomorrow.</summary>
    TodayOrTomorrow,

    /// <summary>This week.</summary>
    ThisWeek,
}

/// <summary>Names the first aid that may be shown beside a red flag, the least first.</summary>
public enum FirstAidAllowed
{
    /// <summary>None: cold and bandages delay what has to be seen.</summary>
    None,

    /// <summary>The leg up, and no weight on it.</summary>
    LegUp,

    /// <summary>Cold through a cloth, and the leg up.</summary>
    ColdAndLegUp,
}

/// <summary>One red flag: how soon it wants a doctor, and the first aid beside it.</summary>
/// <param name="Flag">The sign.</param>
/// <param name="Urgency">How soon.</param>
/// <param name="FirstAid">First aid that may be shown.</param>
/// <param name="CallIfBreathless">True where short breath or pain in the chest with it wants an emergency call.</param>
/// <param name="Sources">Guidelines and pages of health services.</param>
public sealed record RedFlagRow(
    RedFlags Flag, CareUrgency Urgency, FirstAidAllowed FirstAid, bool CallIfBreathless, IReadOnlyList<Source> Sources);

/// <summary>The red flags, each with urgency, first aid and sources. Text and advice are made from this table.</summary>
public static class RedFlagTable
{
    /// <summary>All rows, the most urgent first.</summary>
    public static IReadOnlyList<RedFlagRow> All { get; } =
    [
        new(RedFlags.HotAndRedWithFever, CareUrgency.TodayEmergency, FirstAidAllowed.None, false, [Sources.HotJointGuideline, Sources.HotJointPage]),
        new(RedFlags.CalfSwelling, CareUrgency.Today, FirstAidAllowed.None, true, [Sources.ThrombosisLeaflet]),
        new(RedFlags.CannotBearWeight, CareUrgency.Today, FirstAidAllowed.LegUp, false, [Sources.OttawaKneeRules1995, Sources.KneeRedFlagPathway]),
        new(RedFlags.Locking, CareUrgency.TodayOrTomorrow, FirstAidAllowed.LegUp, false, [Sources.KneeRedFlagPathway]),
        new(RedFlags.PopAtInjury, CareUrgency.TodayOrTomorrow, FirstAidAllowed.ColdAndLegUp, false, [Sources.CruciateLigamentPage, Sources.KneeRedFlagPathway]),
        new(RedFlags.MarkedSwelling, CareUrgency.ThisWeek, FirstAidAllowed.ColdAndLegUp, false, [Sources.KneeRedFlagPathway, Sources.HotJointPage]),
        new(RedFlags.GivingWay, CareUrgency.ThisWeek, FirstAidAllowed.ColdAndLegUp, false, [Sources.CruciateLigamentPage]),
    ];

    /// <summary>Sources of all rows, each once.</summary>
    public static IReadOnlyList<Source> AllSources { get; } = [.. All.SelectMany(row => row.Sources).Distinct()];

    /// <summary>The rows of the signs that were ticked, the most urgent first.</summary>
    public static IReadOnlyList<RedFlagRow> Of(RedFlags flags) => [.. All.Where(row => flags.HasFlag(row.Flag))];

    /// <summary>The time within which the most urgent of the signs wants a doctor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No sign was ticked.</exception>
    public static CareUrgency UrgencyOf(RedFlags flags) => Ticked(flags).Min(row => row.Urgency);

    /// <summary>The first aid that every one of the signs allows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No sign was ticked.</exception>
    public static FirstAidAllowed FirstAidOf(RedFlags flags) => Ticked(flags).Min(row => row.FirstAid);

    /// <summary>Sources of the signs, each once.</summary>
    public static IReadOnlyList<Source> SourcesOf(RedFlags flags) => [.. Of(flags).SelectMany(row => row.Sources).Distinct()];

    /// <summary>The signs that are open on a day: ticked until then, and not closed.</summary>
    public static RedFlags OpenOn(NodaTime.LocalDate day, IEnumerable<DiaryEntry> diary)
    {
        ArgumentNullException.ThrowIfNull(diary);
        return diary.Where(entry => entry.Day <= day && !(entry.RedFlagClosed <= day)).Aggregate(RedFlags.None, (flags, entry) => flags | entry.RedFlags);
    }

    private static IReadOnlyList<RedFlagRow> Ticked(RedFlags flags) => Of(flags) is { Count: > 0 } rows
        ? rows
        : throw new ArgumentOutOfRangeException(nameof(flags), flags, "No sign was ticked.");
}
