using System.Text.Json.Serialization;
using KneeLoad.Analysis.Diary;
using KneeLoad.Web.Data.Diary;
using KneeLoad.Web.Data.Entities;
using NodaTime;

namespace KneeLoad.Web.Features.Api.Diary;

/// <summary>An entry of the diary. Null means not answered.</summary>
internal sealed record DiaryReply(
    Guid Id,
    LocalDate Day,
    Instant Entered,
    int? WorstPain,
    bool? SettledWithinHour,
    bool? WorseNextMorning,
    ToldActivity? Activity,
    KneeSide? Side,
    bool FrontOfKnee,
    bool Limping,
    IReadOnlyList<RedFlags> RedFlags,
    LocalDate? RedFlagClosed)
{
    public static DiaryReply Of(DiaryNote note) => new(
        note.Id,
        note.Day,
        note.Entered,
        note.WorstPain,
        note.SettledWithinHour,
        note.WorseNextMorning,
        note.Activity,
        note.Side,
        note.FrontOfKnee,
        note.Limping,
        [.. Enum.GetValues<RedFlags>().Where(flag => flag is not Analysis.Diary.RedFlags.None && note.RedFlags.HasFlag(flag))],
        note.RedFlagClosed);
}

/// <summary>The answers of an entry, as a program writes them. What is left out is not answered.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DiaryWish
{
    /// <summary>The local day that it speaks of.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>Worst pain during the run, or on a day without one, from 0 to 10.</summary>
    public int? WorstPain { get; init; }

    /// <summary>Back to as before within the hour.</summary>
    public bool? SettledWithinHour { get; init; }

    /// <summary>Worse the next morning.</summary>
    public bool? WorseNextMorning { get; init; }

    /// <summary>The activity of a day without a recorded run or walk.</summary>
    public ToldActivity? Activity { get; init; }

    /// <summary>The knee that hurt.</summary>
    public KneeSide? Side { get; init; }

    /// <summary>It hurt at the front of the knee.</summary>
    public bool FrontOfKnee { get; init; }

    /// <summary>Limping.</summary>
    public bool Limping { get; init; }

    /// <summary>Signs that want a doctor.</summary>
    public IReadOnlyList<RedFlags>? RedFlags { get; init; }

    /// <summary>The knee was injured on that day.</summary>
    public bool Injured { get; init; }

    /// <summary>The runner pauses from now on.</summary>
    public bool Pausing { get; init; }

    /// <summary>The same answers as the form of the pages has them, by whose rules they are judged.</summary>
    internal DiaryInput ToInput() => new()
    {
        Day = Day?.ToDateOnly(),
        WorstPain = WorstPain,
        SettledWithinHour = SettledWithinHour,
        WorseNextMorning = WorseNextMorning,
        Activity = Activity,
        Side = Side,
        FrontOfKnee = FrontOfKnee,
        Limping = Limping,
        Flags = RedFlags,
        Injured = Injured,
        Pausing = Pausing,
    };
}
