using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Analysis.Advice;

/// <summary>
/// Names a piece of advice. The order is that in which advice is shown, the most urgent first; among the advice about load the answer to the finding
/// leads.
/// </summary>
public enum AdviceId
{
    /// <summary>Have a doctor look before the next run.</summary>
    SeeADoctor,

    /// <summary>Under 18: ask a doctor or physiotherapist about sore knees.</summary>
    Under18,

    /// <summary>Leave running, and come back by the steps of the ladder.</summary>
    StopRunning,

    /// <summary>First aid for a fresh pain.</summary>
    FirstAid,

    /// <summary>Run no farther than the usual session until a run settles.</summary>
    HoldOrReduce,

    /// <summary>Pain that keeps coming back wants a doctor or physiotherapist, and a stop where it returns again and again.</summary>
    KeepsComingBack,

    /// <summary>The diary has said nothing since pain: say how the knee is.</summary>
    CheckIn,

    /// <summary>After a break begin with about half.</summary>
    Return,

    /// <summary>After one run far beyond the longest keep the next ones below the ceiling.</summary>
    CutBack,

    /// <summary>Many small steps have added up: let the longest run rest where it is.</summary>
    SmallSteps,

    /// <summary>The week outgrew the month: keep the next one within it.</summary>
    WeekOutgrewMonth,

    /// <summary>A first mountain, or much more downhill: walk the slopes, add them as carefully as distance.</summary>
    Downhill,

    /// <summary>Let no single run go far beyond the longest of the month.</summary>
    GradualLoad,

    /// <summary>Stop at once when a fresh pain begins.</summary>
    StopAtOnce,

    /// <summary>With a pain that one knows, slow to a walk before stopping.</summary>
    WalkBeforeStopping,

    /// <summary>Exercises for thigh and hip against kneecap pain.</summary>
    ThighAndHip,

    /// <summary>Warmth and a bandage for a recurring pain, as comfort.</summary>
    Warmth,

    /// <summary>Soft and level ground while the knee is sore.</summary>
    SoftLevelGround,

    /// <summary>Slightly faster steps.</summary>
    Cadence,

    /// <summary>Land softer.</summary>
    SofterLanding,

    /// <summary>Let the foot roll evenly.</summary>
    EvenRoll,

    /// <summary>Begin gently.</summary>
    WarmUp,

    /// <summary>Shoes that fit.</summary>
    Shoes,

    /// <summary>Hip and core exercises, shown by a physiotherapist.</summary>
    HipAndCore,

    /// <summary>Do not give up moving.</summary>
    KeepMoving,
}

/// <summary>Names the finding that brought a piece of advice.</summary>
public enum AdviceTrigger
{
    /// <summary>Nothing in particular: it holds for every runner.</summary>
    Always,

    /// <summary>A red flag is open.</summary>
    RedFlag,

    /// <summary>The runner is under 18.</summary>
    Young,

    /// <summary>Pain asks to stop, or the way back is not yet walked to its end.</summary>
    PainToStop,

    /// <summary>Pain asks to hold or reduce.</summary>
    PainToHold,

    /// <summary>The runner is on a step of the way back that lets them run.</summary>
    OnTheWayBack,

    /// <summary>The knee hurt within 14 days.</summary>
    SoreKnee,

    /// <summary>The knee hurt at the front within 14 days.</summary>
    FrontOfKnee,

    /// <summary>The knee hurt on three days within six weeks.</summary>
    RecurringPain,

    /// <summary>The hold that pain asked for ran out without an entry.</summary>
    NoEntrySincePain,

    /// <summary>No run in 30 days, or a return that is still in the window.</summary>
    Break,

    /// <summary>The runner paused.</summary>
    Paused,

    /// <summary>One session has points.</summary>
    LongestRun,

    /// <summary>Growth in many small steps has points.</summary>
    Creep,

    /// <summary>The week has points.</summary>
    Week,

    /// <summary>Metres down have points, or the week held much more downhill than usual.</summary>
    Downhill,

    /// <summary>Steps at own pace are longer than usual.</summary>
    LongerSteps,

    /// <summary>A heel strike is recorded or told.</summary>
    HeelStrike,

    /// <summary>Runs begin fast.</summary>
    FastStarts,

    /// <summary>Runs end at full speed.</summary>
    AbruptStops,
}

/// <summary>One piece of advice, as facts. What it says is made where it is shown.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Trigger">The finding that brought it.</param>
/// <param name="RedFlags">The open red flags that it answers; none where it answers no flag.</param>
public sealed record AdviceItem(AdviceId Id, AdviceTrigger Trigger, RedFlags RedFlags = RedFlags.None)
{
    /// <summary>The certainty of the trials of this very advice; null where no trial tested it.</summary>
    public Certainty? Tested => AdviceEvidence.Of(Id).Tested;

    /// <summary>The claims of the article that say the same; empty where the article says nothing.</summary>
    public IReadOnlyList<ArticleClaim> Article => AdviceEvidence.Of(Id).Article;

    /// <summary>Published numbers that its text quotes, each with the outcome that the text has to name.</summary>
    public IReadOnlyList<ICited> Quoted => AdviceEvidence.Of(Id).Quoted;

    /// <summary>Papers and pages; those of the open red flags where it answers one.</summary>
    public IReadOnlyList<Source> Sources =>
        Id is AdviceId.SeeADoctor && RedFlags is not RedFlags.None ? RedFlagTable.SourcesOf(RedFlags) : AdviceEvidence.Of(Id).Papers;
}
