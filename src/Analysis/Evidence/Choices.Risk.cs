using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Evidence;

/// <summary>Numbers of the score that we chose, each with its reason.</summary>
public static partial class Choices
{
    /// <summary>Points of the score for each unit of the logarithm of a published hazard ratio. [points]</summary>
    public static Chosen<double> PointsPerLogHazard { get; } = new(
        91.5, "A run of over twice the longest, the worst that research measured, gives 75 of 91 points and alone reaches the highest level.");

    /// <summary>Hazard ratio that both middle bands count as. [1]</summary>
    public static Chosen<double> MiddleHazard { get; } = new(1.6, "Between the published 1.64 and 1.52, whose intervals overlap: their order says nothing.");

    /// <summary>Points of a session beyond 1.10 and up to 2.00 times its base. [points]</summary>
    public static Chosen<int> SpikePoints { get; } = new(
        43, "91.5 ln 1.6, the points of the hazard ratio that both middle bands count as.");

    /// <summary>Points of a session beyond 2.00 times its base. [points]</summary>
    public static Chosen<int> DoublePoints { get; } = new(75, "91.5 ln 2.28, the published ratio of the open band.");

    /// <summary>Days for which a spike counts in full. [d]</summary>
    public static Chosen<int> HoldDays { get; } = new(7, "Trouble that follows a long run mostly shows within a week; no study states the span.");

    /// <summary>Day on which a spike counts no more; between hold and this it fades in a straight line. [d]</summary>
    public static Chosen<int> FadeDays { get; } = new(14, "Twice the hold, so that the score never falls by more than a seventh of the spike in a night.");

    /// <summary>How far back a return looks, and the gap that starts a new history. [d]</summary>
    public static Chosen<int> ReturnDays { get; } = new(120, "After four months off, what one ran before says little about what the knees bear now.");

    /// <summary>Share of the old longest session that a return is judged by. [1]</summary>
    public static Chosen<Fraction> ReturnShare { get; } = new(new(0.5), "Half is a common first step back; no study of returns states a share.");

    /// <summary>Runs in the last 120 days below which nothing is judged. [1]</summary>
    public static Chosen<int> LeastRuns { get; } = new(3, "Two runs have no usual.");

    /// <summary>Days since the first run below which nothing is judged. [d]</summary>
    public static Chosen<int> LeastDays { get; } = new(14, "Two weeks are the least that shows a rhythm.");

    /// <summary>Ratios that a watch cannot tell from 1.10: from, to. [1]</summary>
    public static Chosen<(double From, double To)> Edge { get; } = new((1.078, 1.122), "1.10 give or take 2 %: two watches on one run commonly differ by as much.");

    /// <summary>Increase of the 7 days over the mean of the four before, below which growth is not judged. [m]</summary>
    public static Chosen<Distance> LeastGrowth { get; } = new(new(3000), "From 2 to 3 km a week is growth of half, and no load worth a warning.");

    /// <summary>Blocks of 7 days, of the four before, that must hold a run for growth to be judged. [1]</summary>
    public static Chosen<int> LeastBlocks { get; } = new(3, "With two empty weeks of four their mean is no usual.");

    /// <summary>Growth of the 7 days from which each number of points is given: ratio above which, points.</summary>
    public static Chosen<IReadOnlyList<(double AboveRatio, int Points)>> GrowthPoints { get; } = new(
        [(1.50, 25), (1.30, 16), (1.20, 10)],
        "Research on growth by the week is weak and conflicting: at most a third of what a single spike can give.");

    /// <summary>Days that hard ground, foot strike and the usual session are taken over. [d]</summary>
    public static Chosen<int> HabitDays { get; } = new(28, "Four weeks are long enough for a habit and short enough for a change to show.");

    /// <summary>Most points for hard surfaces. [points]</summary>
    public static Chosen<int> MostHardSurfacePoints { get; } = new(10, "A precaution that research does not confirm must never change the level by itself.");

    /// <summary>Share of hard ground from which points begin; all hard gives the most. [1]</summary>
    public static Chosen<Fraction> HardShareFrom { get; } = new(new(0.5), "Most runners run on paved ground; below half there is nothing to point at.");

    /// <summary>Share of the metres whose surface must be known or assumed for the row to be judged. [1]</summary>
    public static Chosen<Fraction> LeastSurfaceShare { get; } = new(new(0.5), "A share of hard ground over less than half of the way is a guess.");

    /// <summary>Share of the metres of known surface from which the measurement is good. [1]</summary>
    public static Chosen<Fraction> GoodSurfaceShare { get; } = new(new(0.8), "One metre in five may be assumed without changing the picture.");

    /// <summary>Share of the metres of known surface from which the measurement is fair. [1]</summary>
    public static Chosen<Fraction> FairSurfaceShare { get; } = new(new(0.5), "Below half the kind of way, not its surface, decides.");

    /// <summary>Most points for heel striking. [points]</summary>
    public static Chosen<int> MostHeelStrikePoints { get; } = new(6, "A precaution that research does not confirm must never change the level by itself.");

    /// <summary>Points for heel striking that the runner told of. [points]</summary>
    public static Chosen<int> ToldHeelStrikePoints { get; } = new(5, "One less than recorded on every step: a video shows a minute.");

    /// <summary>Points where nothing is known of the foot strike. [points]</summary>
    public static Chosen<int> UnknownHeelStrikePoints { get; } = new(2, "Most runners land on the heel; what is not known weighs less than what is.");

    /// <summary>Runs with a recorded foot strike below which the record is not used. [1]</summary>
    public static Chosen<int> LeastRecordedRuns { get; } = new(3, "A sensor on one run may sit wrong.");

    /// <summary>Share of running metres with a recorded foot strike below which the record is not used. [1]</summary>
    public static Chosen<Fraction> LeastRecordedShare { get; } = new(new(0.3), "About one run in three must carry the sensor to speak for all.");

    /// <summary>Months for which a told foot strike holds. [months]</summary>
    public static Chosen<int> ToldFootStrikeMonths { get; } = new(12, "Shoes and habit change within a year.");

    /// <summary>Most points of all rows together. [points]</summary>
    public static Chosen<int> MostPoints { get; } = new(91, "75 + 10 + 6: the rows at their most.");

    /// <summary>Score from which the level is elevated. [points]</summary>
    public static Chosen<int> ElevatedFrom { get; } = new(30, "Above what hard ground, heel and modest growth give together without a real spike or a doubled week.");

    /// <summary>Score from which the level is high. [points]</summary>
    public static Chosen<int> HighFrom { get; } = new(60, "Reached only by a session of over twice the longest: a warning must stay rare to be heeded.");

    /// <summary>Score from which the level is elevated after a knee injury. [points]</summary>
    public static Chosen<int> ElevatedFromAfterInjury { get; } = new(20, "A previous injury goes with about 1.7 times the rate of injury, so warnings come earlier.");

    /// <summary>Score from which the level is high after a knee injury. [points]</summary>
    public static Chosen<int> HighFromAfterInjury { get; } = new(55, "A spike of 43 points on hard ground reaches it.");

    /// <summary>Days for which a knee injury lowers the limits. [d]</summary>
    public static Chosen<int> InjuryDays { get; } = new(365, "The studies asked for injuries of the past 12 months.");

    /// <summary>Last age, in years reached within the calendar year, without a score. [years]</summary>
    public static Chosen<int> LastYearsWithoutScore { get; } = new(18, "Growing knees are no part of the research; only the year of birth is asked, so the whole year of the 18th birthday stays without a score.");

    /// <summary>Days that pain asks for without a later entry. [d]</summary>
    public static Chosen<int> GateDays { get; } = new(14, "An entry of two weeks ago says little about today; then we ask again.");

    /// <summary>Days within which pain on several days is called recurring. [d]</summary>
    public static Chosen<int> RecurringPainDays { get; } = new(42, "Six weeks: longer than a strain takes to settle in most.");

    /// <summary>Days with pain that are called recurring. [1]</summary>
    public static Chosen<int> RecurringPainCount { get; } = new(3, "Once is chance, twice may be; three times is a pattern.");

    /// <summary>Cap of the training monotony. [1]</summary>
    public static Chosen<double> MonotonyCap { get; } = new(10, "A week of equal days has no spread and would give an infinite number.");

    /// <summary>Gap below which two runs count as one session. [min]</summary>
    public static Chosen<int> SessionGapMinutes { get; } = new(15, "A restarted watch, a toilet, a red light: shorter than any rest between two workouts.");

    /// <summary>Days for which a painful entry makes the knee a sore one, for advice. [d]</summary>
    public static Chosen<int> SoreDays { get; } = new(14, "As long as the gate of an entry holds.");

    /// <summary>Runs of 28 days that must say how they began or ended before advice speaks of a habit. [1]</summary>
    public static Chosen<int> LeastHabitRuns { get; } = new(3, "Twice is no habit.");

    /// <summary>Share of the runs from which a way of beginning or ending is called a habit. [1]</summary>
    public static Chosen<Fraction> HabitShare { get; } = new(new(0.5), "Every second run.");

    /// <summary>Downhill metres of 7 days over the mean of the four weeks before, above which advice speaks of downhill. [1]</summary>
    public static Chosen<double> MuchDownhill { get; } = new(1.5, "Hills vary from week to week; half as much again is felt.");

    /// <summary>Downhill metres of 7 days below which advice does not speak of downhill. [m]</summary>
    public static Chosen<Distance> LeastDownhill { get; } = new(new(1000), "Less than a kilometre is a bridge or two.");

    /// <summary>Cooling of a fresh pain at a time. [min]</summary>
    public static Chosen<int> CoolingMinutes { get; } = new(15, "What leaflets commonly name; longer cold can hurt the skin.");

    /// <summary>Faster steps that advice offers, over the runner's own. [1]</summary>
    public static Chosen<(Fraction About, Fraction AtMost)> StepRateTry { get; } = new(
        (new(0.05), new(0.10)), "Trials of step rate tried 5 to 10 %; more is a gait that nobody tested.");

    /// <summary>Step length over the runner's usual at own pace, above which steps are called longer than usual. [1]</summary>
    public static Chosen<double> LongerSteps { get; } = new(1.05, "Half of the largest change that trials of step rate tried.");
}
