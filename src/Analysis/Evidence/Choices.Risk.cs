using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Evidence;

/// <summary>Numbers of the score that we chose, each with its reason.</summary>
public static partial class Choices
{
    /// <summary>Points of the score for each unit of the logarithm of a published hazard ratio. [points]</summary>
    public static Chosen<double> PointsPerLogHazard { get; } = new(
        103, "A run of over twice the longest, the worst that research measured, gives 85 of 100 points and alone reaches the highest level.");

    /// <summary>Hazard ratio that both middle bands count as. [1]</summary>
    public static Chosen<double> MiddleHazard { get; } = new(1.6, "Between the published 1.64 and 1.52, whose intervals overlap: their order says nothing.");

    /// <summary>Points of a session from 1.20 up to 1.90 times its base. [points]</summary>
    public static Chosen<int> SpikePoints { get; } = new(
        48, "103 ln 1.6, the points of the hazard ratio that both middle bands count as.");

    /// <summary>Points of a session from 2.00 times its base on. [points]</summary>
    public static Chosen<int> DoublePoints { get; } = new(85, "103 ln 2.28, the published ratio of the open band.");

    /// <summary>Ratio at which the points of the middle bands are full; they begin at the published 1.10. [1]</summary>
    public static Chosen<double> SpikeFullAt { get; } = new(
        1.20, "A watch measures a distance to about 2 %: with a step at 1.10 one alarm day in three would be noise, so points rise in a straight line.");

    /// <summary>Ratio from which points rise to those of the open band, which are full at the published 2.00. [1]</summary>
    public static Chosen<double> DoubleRisesFrom { get; } = new(1.90, "The same line before the second published cut.");

    /// <summary>Excess over the base below which a session has no points. [m]</summary>
    public static Chosen<Distance> LeastExcess { get; } = new(new(1000), "From 2 to 3 km is half as much again, and one more round of the park.");

    /// <summary>Ratio above which a session is judged before its fifteenth day of history. [1]</summary>
    public static Chosen<double> EarlyRatio { get; } = new(
        3, "In the first two weeks there is hardly a usual; three times the longest is a jump whatever was usual.");

    /// <summary>Known sessions before it that a judgement needs while the first 30 days are not full, and a descent and a creep always. [1]</summary>
    public static Chosen<int> LeastSessionsBefore { get; } = new(2, "One session before is chance.");

    /// <summary>Days for which a spike counts in full. [d]</summary>
    public static Chosen<int> HoldDays { get; } = new(7, "Trouble that follows a long run mostly shows within a week; no study states the span.");

    /// <summary>Age at which a session counts no more; between hold and this it fades in a straight line. [d]</summary>
    public static Chosen<int> FadeDays { get; } = new(
        11, "A jump that passed well is not shown to matter later; no study states the span.");

    /// <summary>Days that a return looks back, and the gap that starts a new history. [d]</summary>
    public static Chosen<int> ReturnDays { get; } = new(120, "After four months off, what one ran before says little about what the knees bear now.");

    /// <summary>Share of the old longest session that a return is judged by. [1]</summary>
    public static Chosen<Fraction> ReturnShare { get; } = new(new(0.5), "Half is a common first step back; no study of returns states a share.");

    /// <summary>Runs in the last 120 days below which nothing is judged. [1]</summary>
    public static Chosen<int> LeastRuns { get; } = new(3, "Two runs have no usual.");

    /// <summary>Days since the first run below which nothing is judged. [d]</summary>
    public static Chosen<int> LeastDays { get; } = new(14, "Two weeks are the least that shows a rhythm.");

    /// <summary>Blocks of 7 days, of the four before, that must hold a run for a week to be judged. [1]</summary>
    public static Chosen<int> LeastBlocks { get; } = new(3, "With two empty weeks of four there is no usual.");

    /// <summary>Days from the first run to the day, from which on a week is judged. [d]</summary>
    public static Chosen<int> WeekFromDay { get; } = new(34, "Five full blocks of 7 days: a block that lies before the first run is no week of zero.");

    /// <summary>Excess of the 7 days over the largest block before, below which a week has no points. [km or knee-km]</summary>
    public static Chosen<double> LeastWeekExcess { get; } = new(3, "From 4 to 6 km is growth of half, and no load worth a warning.");

    /// <summary>Points of a week: growth on the largest of the four blocks above which, points. The largest growth first.</summary>
    public static Chosen<IReadOnlyList<(Fraction Above, int Points)>> WeekPoints { get; } = new(
        [(new(1.00), 43), (new(0.50), 34), (new(0.30), 23), (new(0.20), 11)],
        "A doubled week that beats every week of the month is a warning of its own; research on weeks is weaker than on the single run, so it gives "
            + "at most half as much.");

    /// <summary>Local days before a session whose longest a creep is measured against: from, to. [d]</summary>
    public static Chosen<(int From, int To)> CreepDays { get; } = new(
        (5, 37), "Each run a tenth longer than the last, three times a week, is a third a week and never a single spike.");

    /// <summary>Most points of a descent. [points]</summary>
    public static Chosen<int> MostDescentPoints { get; } = new(
        34, "No study of injuries; braking steps load the kneecap most, so a first mountain may raise the level by itself and no more.");

    /// <summary>Metres down that a session is held against at least. [m]</summary>
    public static Chosen<Distance> LeastDescentBase { get; } = new(new(100), "Below it a bridge doubles the metres down.");

    /// <summary>Excess of metres down below which a descent has no points. [m]</summary>
    public static Chosen<Distance> LeastDescentExcess { get; } = new(new(300), "A hill more is no mountain.");

    /// <summary>Points of load increase from which on nothing is called calm. [points]</summary>
    public static Chosen<int> CalmBelow { get; } = new(11, "The least that a grown week gives.");

    /// <summary>Times the longest before it that a session of the first 14 days counts at most. [1]</summary>
    public static Chosen<double> EarlyCountedFactor { get; } = new(
        2, "In the first two weeks the runs before the first file are unknown; twice is what a usual may hide.");

    /// <summary>Local days before a session whose counted distances bound its own: from, to. [d]</summary>
    public static Chosen<(int From, int To)> CountedDays { get; } = new((7, 37), "So the ceiling rises by at most a tenth a week.");

    /// <summary>Rank of the longest session of those days that a session counts at least. [1]</summary>
    public static Chosen<int> CountedRank { get; } = new(3, "A distance run on three such days is no jump.");

    /// <summary>Timer time of a session from which on the ceiling says that recovery is not in it.</summary>
    public static Chosen<Duration> LongSession { get; } = new(Duration.FromMinutes(90), "From about an hour and a half runners feel a session the next day.");

    /// <summary>Days after such a session for which the ceiling says so. [d]</summary>
    public static Chosen<int> RecoveryDays { get; } = new(3, "Soreness after a long run mostly passes within three days.");

    /// <summary>Days that hard ground, foot strike and the usual session are taken over. [d]</summary>
    public static Chosen<int> HabitDays { get; } = new(28, "Four weeks are long enough for a habit and short enough for a change to show.");

    /// <summary>Most points for hard surfaces. [points]</summary>
    public static Chosen<int> MostHardSurfacePoints { get; } = new(9, "A precaution that research does not confirm must never change the level by itself.");

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

    /// <summary>Runs with a recorded foot strike below which the record is not used. [1]</summary>
    public static Chosen<int> LeastRecordedRuns { get; } = new(3, "A sensor on one run may sit wrong.");

    /// <summary>Share of running metres with a recorded foot strike below which the record is not used. [1]</summary>
    public static Chosen<Fraction> LeastRecordedShare { get; } = new(new(0.3), "About one run in three must carry the sensor to speak for all.");

    /// <summary>Months for which a told foot strike holds. [months]</summary>
    public static Chosen<int> ToldFootStrikeMonths { get; } = new(12, "Shoes and habit change within a year.");

    /// <summary>Most points of all rows that count. [points]</summary>
    public static Chosen<int> MostPoints { get; } = new(100, "85 + 9 + 6: the rows at their most.");

    /// <summary>Score from which the level is elevated. [points]</summary>
    public static Chosen<int> ElevatedFrom { get; } = new(
        34, "A week that grew by half beyond every week of the month reaches it; hard ground and heel with a grown week of a fifth do not.");

    /// <summary>Score from which the level is high. [points]</summary>
    public static Chosen<int> HighFrom { get; } = new(68, "Reached only by a session near twice the longest: a warning must stay rare to be heeded.");

    /// <summary>Score from which the level is elevated after a running injury. [points]</summary>
    public static Chosen<int> ElevatedFromAfterInjury { get; } = new(
        23, "A previous injury is the strongest known figure, so warnings come a step earlier: a week that grew by a third reaches it.");

    /// <summary>Score from which the level is high after a running injury. [points]</summary>
    public static Chosen<int> HighFromAfterInjury { get; } = new(62, "A spike of 48 points with both precautions at their most reaches it.");

    /// <summary>Days for which a running injury lowers the limits. [d]</summary>
    public static Chosen<int> InjuryDays { get; } = new(365, "The studies asked for injuries of the past 12 months.");

    /// <summary>Last age, in years reached within the calendar year, without a score. [years]</summary>
    public static Chosen<int> LastYearsWithoutScore { get; } = new(
        18, "Growing knees are no part of the research; only the year of birth is asked, so the whole year of the 18th birthday stays without a score.");

    /// <summary>Worst pain above which the diary asks to stop, of 10. [1]</summary>
    public static Chosen<int> PainToStop { get; } = new(
        5, "No protocol that we found goes on above it, and that one was made for a tendon at the ankle; for knees nobody tried it.");

    /// <summary>Days that pain asks for without a later entry. [d]</summary>
    public static Chosen<int> GateDays { get; } = new(14, "An entry of two weeks ago says little about today; then we ask again.");

    /// <summary>Days without a word after which a stop by pain is no longer held. [d]</summary>
    public static Chosen<int> LadderDays { get; } = new(42, "An entry of six weeks ago says nothing about today; after two weeks we ask.");

    /// <summary>Time of a walk whose entry lifts a hold.</summary>
    public static Chosen<Duration> HoldWalk { get; } = new(Duration.FromMinutes(20), "Shorter walks are a day's errands and load no knee.");

    /// <summary>Time of the walk on the return ladder.</summary>
    public static Chosen<Duration> LadderWalk { get; } = new(Duration.FromMinutes(30), "A common first step of walk-and-run programmes.");

    /// <summary>Share of the usual session on the return ladder's second step. [1]</summary>
    public static Chosen<Fraction> LadderHalf { get; } = new(new(0.5), "As after a break: half is a common first step back.");

    /// <summary>Share of a step's distance that a run must reach to free the next step. [1]</summary>
    public static Chosen<Fraction> LadderReached { get; } = new(new(0.75), "Nobody runs to the metre; much less than the step tells nothing about it.");

    /// <summary>Days within which pain on several days is called recurring. [d]</summary>
    public static Chosen<int> RecurringPainDays { get; } = new(42, "Six weeks: longer than a strain takes to settle in most.");

    /// <summary>Days with pain that are called recurring. [1]</summary>
    public static Chosen<int> RecurringPainCount { get; } = new(3, "Once is chance, twice may be; three times is a pattern.");

    /// <summary>Cap of the training monotony. [1]</summary>
    public static Chosen<double> MonotonyCap { get; } = new(10, "A week of equal days has no spread and would give an infinite number.");

    /// <summary>Gap below which two runs count as one session. [min]</summary>
    public static Chosen<int> SessionGapMinutes { get; } = new(
        60, "Jog, wait, race and jog home are one load; 13 or 18 minutes at a start line are the same to a knee.");

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
