using KneeLoad.Analysis.Diary;
using NodaTime;

namespace KneeLoad.Web.Data.Entities;

/// <summary>A runner's word about the knees on one day.</summary>
public sealed class DiaryNote
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>The runner to whom it belongs.</summary>
    public Guid RunnerId { get; set; }

    /// <summary>The local day that it speaks of.</summary>
    public LocalDate Day { get; set; }

    /// <summary>When it was entered.</summary>
    public Instant Entered { get; set; }

    /// <summary>Worst pain during the run, 0 to 10; null when not answered.</summary>
    public int? WorstPain { get; set; }

    /// <summary>Back to as before within the hour; null when not answered.</summary>
    public bool? SettledWithinHour { get; set; }

    /// <summary>Worse the next morning; null when not answered.</summary>
    public bool? WorseNextMorning { get; set; }

    /// <summary>Activity of the day as told; null when not told, so that recorded runs and walks speak alone.</summary>
    public ToldActivity? Activity { get; set; }

    /// <summary>The knee that hurt; null when not told.</summary>
    public KneeSide? Side { get; set; }

    /// <summary>It hurt at the front of the knee, around or behind the kneecap.</summary>
    public bool FrontOfKnee { get; set; }

    /// <summary>Limping.</summary>
    public bool Limping { get; set; }

    /// <summary>Red flags that were ticked.</summary>
    public RedFlags RedFlags { get; set; }

    /// <summary>The day on which a red flag was closed; null while open.</summary>
    public LocalDate? RedFlagClosed { get; set; }

    /// <summary>The note as the model reads it.</summary>
    public DiaryEntry ToEntry() => new()
    {
        Day = Day,
        Entered = Entered,
        WorstPain = WorstPain,
        SettledWithinHour = SettledWithinHour,
        WorseNextMorning = WorseNextMorning,
        Activity = Activity,
        FrontOfKnee = FrontOfKnee,
        Limping = Limping,
        RedFlags = RedFlags,
        RedFlagClosed = RedFlagClosed,
    };

    /// <summary>
    /// Writes the answers beside pain, those about the day into the note and those about the runner into the runner.
    /// A red flag that was closed and is ticked again is open again; neither an injury nor a pause is taken back here.
    /// </summary>
    public void Tell(KneeSigns signs, Runner runner)
    {
        ArgumentNullException.ThrowIfNull(signs);
        ArgumentNullException.ThrowIfNull(runner);
        Tell(signs);
        RedFlagClosed = RedFlags == signs.RedFlags ? RedFlagClosed : null;
        RedFlags = signs.RedFlags;
        runner.Paused |= signs.Pausing;
        if (signs.Injured && !(runner.KneeInjury > Day))
        {
            runner.KneeInjury = Day;
        }
    }

    /// <summary>Writes the answers beside pain of somebody who has a mail and is not signed in: a red flag is added and never taken away.</summary>
    public void TellByMail(KneeSigns signs)
    {
        ArgumentNullException.ThrowIfNull(signs);
        Tell(signs);
        RedFlagClosed = (signs.RedFlags & ~RedFlags) is RedFlags.None ? RedFlagClosed : null;
        RedFlags |= signs.RedFlags;
    }

    private void Tell(KneeSigns signs)
    {
        WorseNextMorning = signs.WorseNextMorning;
        FrontOfKnee = signs.FrontOfKnee;
        Limping = signs.Limping;
        Side = signs.Side;
        Activity = signs.Activity;
    }
}
