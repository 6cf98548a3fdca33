using KneeLoad.Analysis.Evidence;
using static System.FormattableString;

namespace KneeLoad.Analysis.Advice;

/// <summary>Every piece of advice, in our own words: what to do, what popular advice says, what research says.</summary>
internal static class AdviceTexts
{
    public static AdviceItem SeeADoctor { get; } = new(
        "see-a-doctor",
        "Do not run, and have a doctor look at the knee; if you cannot put weight on it, or the calf swells, go today.",
        "Only a doctor can tell what hurts in a knee.",
        "Clinics agree on the signs that want an examination before any training: no weight can be borne, locking, giving way, marked swelling, a hot red knee with fever, a pop at the injury, a swollen calf. The signs are agreed practice, not the outcome of a trial.",
        Certainty.B,
        [Sources.KneeLeaflets]);

    public static AdviceItem Under18 { get; } = new(
        "under-18",
        "Ask a doctor or physiotherapist about sore knees: growing knees are no part of the studies behind the score.",
        "In the young, growth itself can make knees ache.",
        "The studies of running load followed adults; for growing knees no figure of theirs can be used.",
        Certainty.B,
        [Sources.Frandsen2025]);

    public static AdviceItem StopRunning { get; } = new(
        "stop-running",
        "Leave running until you can walk without a limp and without pain, then begin with short easy runs.",
        "With pain, slow down, walk, and then stop.",
        Invariant($"Trials of kneecap pain let runners train at up to {Published.AcceptablePain.Value} of 10; no protocol that we found goes on above {Published.PainToStop.Value} of 10, and that one was made for a tendon. Good protocols, few comparisons of limits."),
        Certainty.B,
        [Sources.Esculier2018, Sources.Silbernagel]);

    public static AdviceItem FirstAid { get; } = new(
        "first-aid",
        Invariant($"Stop or slow down, cool the knee through a cloth for at most {Choices.CoolingMinutes.Value} minutes, three or four times an hour apart, put the leg up, and bandage it if that helps."),
        "Rest, a cold compress, a bandage and a raised leg relieve a fresh pain.",
        "An editorial on fresh injuries advises to protect, raise and compress, and to load again early; cooling eases pain. No trial of these steps for runners' knees was found.",
        Certainty.C,
        [Sources.Dubois2020]);

    public static AdviceItem HoldOrReduce { get; } = new(
        "hold-or-reduce",
        Invariant($"Run no farther than your usual session, better shorter and more often, until a run stays at {Published.AcceptablePain.Value} of 10 or less and is forgotten within the hour."),
        "Where a load causes pain, take the load back.",
        Invariant($"In a randomised trial of {Published.KneecapPainRunners.Value} runners with kneecap pain, teaching them to adapt their load by pain did as well alone as with exercises or gait retraining."),
        Certainty.B,
        [Sources.Esculier2018]);

    public static AdviceItem KeepsComingBack { get; } = new(
        "keeps-coming-back",
        "The knee has hurt on several days within six weeks: have a doctor or physiotherapist find out why.",
        "Pain that returns has a cause that rest alone does not remove.",
        Invariant($"The knee is the site that running injures most, and novices of one cohort took a median of {Published.NoviceRecovery.Value} days to recover from an injury of any site. What it is only an examination tells."),
        Certainty.B,
        [Sources.Fredette2022, Sources.DanoRun2014]);

    public static AdviceItem CheckIn { get; } = new(
        "check-in",
        "Two weeks have passed since the knee last hurt too much: please say how it is, before the distance goes up again.",
        null,
        "How long a warning of pain should hold has not been studied; the two weeks are our choice.",
        Certainty.D,
        []);

    public static AdviceItem Return { get; } = new(
        "return",
        Invariant($"After {Published.SpikeWindowDays.Value} days off begin with about half of your longest earlier run, and let the next ones grow from there."),
        "Take up loads evenly and gradually.",
        Invariant($"No study of returns states a share: half is our choice. The rule it leads into, one run against the longest of {Published.SpikeWindowDays.Value} days, rests on a cohort."),
        Certainty.C,
        [Sources.Frandsen2025]);

    public static AdviceItem CutBack { get; } = new(
        "cut-back",
        "Keep the next runs within today's ceiling for a week or two instead of adding to the jump.",
        "Overstrain comes with suddenly increased training.",
        Invariant($"In {Published.SpikeRunners.Value:N0} runners one run beyond the longest of {Published.SpikeWindowDays.Value} days went with hazard ratios of {Published.ModestSpikeHazard.Value} up to {100 * (Published.ModestSpikeUpTo.Value - 1):0} % beyond, {Published.LargeSpikeHazard.Value} up to double and {Published.DoubleSpikeHazard.Value} above, for injury of any site. Whether running less afterwards undoes it was not studied."),
        Certainty.B,
        [Sources.Frandsen2025]);

    public static AdviceItem GradualLoad { get; } = new(
        "gradual-load",
        Invariant($"Let no single run go far beyond the longest of the last {Published.SpikeWindowDays.Value} days: the ceiling is that rule as a distance."),
        "Keep loads even and raise them gradually.",
        Invariant($"The best supported signal is the single run, not the week: the same cohort found no relation for growth from week to week, and a programme that added about {Published.GradedProgrammeGrowth.Value.Percent:0} % a week did not protect novices in a randomised trial."),
        Certainty.B,
        [Sources.Frandsen2025, Sources.Buist2008]);

    public static AdviceItem SoftLevelGround { get; } = new(
        "soft-level-ground",
        "While the knee is sore, choose soft and level ground if it feels better there.",
        "Run on earth, not on asphalt.",
        "Research does not confirm hard ground as a cause of knee injury: shock at the shin was the same on five surfaces in one study and higher on level grass than on concrete in another. Comfort may decide.",
        Certainty.D,
        [Sources.Fu2015, Sources.Waite2021, Sources.VanDerWorp2015]);

    public static AdviceItem Downhill { get; } = new(
        "downhill",
        "Take slopes down slowly or walk them, and add downhill metres as carefully as distance.",
        "A knee that hurts only on the way down is asking for less of it.",
        Invariant($"On a treadmill load on the kneecap for each kilometre rose downhill ({Published.GradientRunners.Value} runners, quoted by a second source). No study reached ties downhill running to knee injury."),
        Certainty.C,
        [Sources.VanHooren2024]);

    public static AdviceItem Cadence { get; } = new(
        "cadence",
        Invariant($"Try steps about {Choices.StepRateTry.Value.About.Percent:0} %, at most {Choices.StepRateTry.Value.AtMost.Percent:0} %, faster than your own at that speed, for some minutes of a run."),
        null,
        Invariant($"Steps {Published.FasterSteps.Value.Percent:0} % faster lower the peak force on the kneecap by about {-Published.KneecapForceAtFasterSteps.Value.Percent:0} %, and small studies of kneecap pain saw less pain after four weeks; a trial found it no better than adapting the load. It is an option, not a treatment, and no number of steps suits all."),
        Certainty.C,
        [Sources.Lenhart2014, Sources.Anderson2022, Sources.Esculier2018]);

    public static AdviceItem EvenRoll { get; } = new(
        "even-roll",
        "Let the foot roll evenly under you and do not force another landing.",
        "Put weight evenly on the foot and roll from heel to toe; neither stamp on the heel nor run on the toes.",
        Invariant($"Landing on the forefoot lowers stress on the kneecap (standardised difference {Published.ForefootKneecapStress.Value}) and raises the work of the ankle ({Published.ForefootAnkleWork.Value}): the load moves. Research does not confirm heel striking as a cause of knee injury."),
        Certainty.C,
        [Sources.Xu2021, Sources.Anderson2020]);

    public static AdviceItem WarmUp { get; } = new(
        "warm-up",
        "Begin the first ten minutes gently, because it feels better.",
        "Warm muscles move the joint as they should.",
        Invariant($"A randomised trial of {Published.WarmUpRunners.Value} runners found no protection by warm-up, cool-down and stretching ({Published.WarmUpInjuries.Value.With} against {Published.WarmUpInjuries.Value.Without} injuries of any site in 1,000 hours)."),
        Certainty.D,
        [Sources.VanMechelen1993]);

    public static AdviceItem WalkBeforeStopping { get; } = new(
        "walk-before-stopping",
        "Slow to a walk for the last minutes before you stop.",
        "Do not stop at once: slow down, walk, and then stop.",
        "No study reached tested it; a trial of warm-up and cool-down together found no protection. It costs two minutes.",
        Certainty.D,
        [Sources.VanMechelen1993]);

    public static AdviceItem Shoes { get; } = new(
        "shoes",
        "Wear shoes that fit and feel comfortable, and change between two pairs if you have them.",
        "A shoe should bend at the front, be firm at the heel, and fit.",
        Invariant($"Runners with more than one pair had a hazard ratio of {Published.ShoeRotationHazard.Value} for injury of any site ({Published.ShoeRotationRunners.Value} runners, observed). Trials of hard and soft shoes do not agree, and none names a distance after which a shoe is worn out."),
        Certainty.C,
        [Sources.Malisoux2015, Sources.Malisoux2020, Sources.Theisen2014]);

    public static AdviceItem KeepMoving { get; } = new(
        "keep-moving",
        "Do not give up moving altogether: walk first, on level ground, as far as it stays comfortable.",
        "A joint lives by movement.",
        "Care of runners' knees has moved from rest to adapted load, and an editorial on fresh injuries asks for early movement. Recreational runners have less osteoarthritis of hip and knee than people who sit; that is an observation, not a trial.",
        Certainty.B,
        [Sources.Esculier2018, Sources.Dubois2020, Sources.AlentornGeli2017]);

    /// <summary>All of them, the most urgent first; advice is shown in this order.</summary>
    public static IReadOnlyList<AdviceItem> All { get; } =
    [
        SeeADoctor, Under18, StopRunning, FirstAid, HoldOrReduce, KeepsComingBack, CheckIn, Return, CutBack, GradualLoad,
        SoftLevelGround, Downhill, Cadence, EvenRoll, WalkBeforeStopping, WarmUp, Shoes, KeepMoving,
    ];
}
