using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Evidence;

/// <summary>Our choices for reading one run.</summary>
public static partial class Choices
{
    /// <summary>Longest time that one record stands for.</summary>
    public static Chosen<Duration> LongestStand { get; } = new(
        Duration.FromSeconds(30), "Smart recording leaves gaps of seconds; beyond half a minute nobody knows.");

    /// <summary>Time that a record stands for where records are rare, over the median time between two. [1]</summary>
    public static Chosen<Fraction> ThinStand { get; } = new(
        new(1.5), "A recorder of one record a minute now and then misses half a minute; a gap of two is a stop.");

    /// <summary>Longest time that one record stands for where records are rare.</summary>
    public static Chosen<Duration> LongestThinStand { get; } = new(
        Duration.FromMinutes(5), "Trackers of long races send a record every few minutes; beyond, nobody knows.");

    /// <summary>Jump back in time from which on a clock is taken to have been set, and not a record to be late.</summary>
    public static Chosen<Duration> ClockSetBack { get; } = new(
        Duration.FromMinutes(1), "Late records are seconds late, clocks are set by minutes or hours.");

    /// <summary>Window of speed.</summary>
    public static Chosen<Duration> SpeedWindow { get; } = new(
        Duration.FromSeconds(15), "Evens out satellite noise and keeps a surge of half a minute.");

    /// <summary>Fastest speed that is believed. [m/s]</summary>
    public static Chosen<Speed> FastestRunning { get; } = new(
        new(8), "Nobody runs 15 s faster in training; a car or a jump of the position does.");

    /// <summary>Least speed that counts as moving. [m/s]</summary>
    public static Chosen<Speed> MovingFrom { get; } = new(
        new(0.5), "Satellite positions of a standing runner wander by less.");

    /// <summary>Speeds between which walking goes over into running: all walking up to, all running from. [m/s]</summary>
    public static Chosen<(Speed Walk, Speed Run)> WalkToRunSpeed { get; } = new(
        (new(1.8), new(2.2)), "The change from walk to run lies near 2 m/s; a step there would let the load jump where a limit is crossed.");

    /// <summary>Cadences between which walking goes over into running: all walking up to, all running from. [steps/min]</summary>
    public static Chosen<(Cadence Walk, Cadence Run)> WalkToRunCadence { get; } = new(
        (new(126), new(146)),
        "Walkers stay below about 130, the slowest group of runners has 154; over half the span half a step a minute would change the load by over 3 %.");

    /// <summary>
    /// Share of an activity's time in clear running, without cadence: below the first no slow stretch is a walk, from the second on each is. [1]
    /// </summary>
    public static Chosen<(Fraction None, Fraction All)> RunningBesideWalks { get; } = new(
        (new(0.1), new(0.2)), "An even shuffle is a run however slow; who runs a fifth of the time and slows down between walks.");

    /// <summary>Cadences between which a reading begins to be believed for the length of steps. [steps/min]</summary>
    public static Chosen<(Cadence From, Cadence Full)> BelievedCadence { get; } = new(
        (new(130), new(140)), "A hand on a pram or a sensor that lost every other step shows fewer; full belief at once would let the load jump.");

    /// <summary>Speed from which on a cadence below the believed ones counts as not measured. [m/s]</summary>
    public static Chosen<Speed> CadenceBelievedFrom { get; } = new(new(2.0), "Slower, few steps a minute are a walk.");

    /// <summary>Mean cadence from which an activity without a sport is taken for a run. [steps/min]</summary>
    public static Chosen<Cadence> RunningCadence { get; } = new(
        new(140), "Walkers stay below about 130, the slowest group of runners has 154.");

    /// <summary>Cadence above which a reading is an error. [steps/min]</summary>
    public static Chosen<Cadence> FastestCadence { get; } = new(
        new(260), "Sprinters reach about 280 for seconds; a watch that says so over a run counts wrong.");

    /// <summary>Shortest walk.</summary>
    public static Chosen<Duration> ShortestWalk { get; } = new(
        Duration.FromSeconds(10), "A turn or a kerb is no walk.");

    /// <summary>Least median speed of an activity without sport that is taken for a run. [m/s]</summary>
    public static Chosen<Speed> TakenForRunFrom { get; } = new(new(1.8), "Slower is a walk.");

    /// <summary>Greatest median speed of an activity without sport that is taken for a run. [m/s]</summary>
    public static Chosen<Speed> TakenForRunTo { get; } = new(new(6.5), "Faster is a bicycle.");

    /// <summary>Greatest mean speed of an activity without sport that is taken for a run without asking. [m/s]</summary>
    public static Chosen<Speed> TakenForRunMeanTo { get; } = new(
        new(4.5), "Faster than 3:42 min/km are few runners over a whole run, and many rides.");

    /// <summary>Longest activity without sport that is taken for a run.</summary>
    public static Chosen<Duration> TakenForRunAtMost { get; } = new(
        Duration.FromHours(48), "Longer than nearly any race: such a file is a journey, or years of tracks in one.");

    /// <summary>Shortest run that counts. [m]</summary>
    public static Chosen<Distance> ShortestRun { get; } = new(
        new(100), "A start pressed by mistake.");

    /// <summary>Timer time from which on a distance of 0 is not believed.</summary>
    public static Chosen<Duration> ZeroDistanceUpTo { get; } = new(
        Duration.FromSeconds(60), "A minute of running without a metre was not measured.");

    /// <summary>First distance of a stream from which on it is taken to go on from an earlier session. [m]</summary>
    public static Chosen<Distance> StreamGoesOnFrom { get; } = new(
        new(100), "A first record is seconds old; a later session of one file goes on counting.");

    /// <summary>Window of gradient where a barometer measured altitude. [m]</summary>
    public static Chosen<Distance> GradientWindowBarometer { get; } = new(
        new(60), "A barometer is good to some 0.3 m over a minute: about half a degree over 60 m.");

    /// <summary>Window of gradient otherwise. [m]</summary>
    public static Chosen<Distance> GradientWindow { get; } = new(
        new(150), "Satellite altitude wanders by metres; shorter windows turn flat ground into hills.");

    /// <summary>Share of its window that a gradient needs. [1]</summary>
    public static Chosen<Fraction> LeastGradientWindow { get; } = new(
        new(0.5), "Over less of it the error of a slope grows more than twofold.");

    /// <summary>Steepest gradient that is believed, up or down. [degrees]</summary>
    public static Chosen<double> SteepestDegrees { get; } = new(30, "Steeper is climbing.");

    /// <summary>Time between records up to which altitude counts as recorded without gaps; beyond it watches record what they find new.</summary>
    public static Chosen<Duration> DenseRecording { get; } = new(
        Duration.FromSeconds(1.5), "A record a second, with a little play; smart recording leaves 2 to 8 s.");

    /// <summary>Pause up to which altitude goes on.</summary>
    public static Chosen<Duration> ClimbAcrossPause { get; } = new(
        Duration.FromSeconds(5), "A timer that stops for so long stopped by itself, between two strides or turns of a slope; the way went on.");

    /// <summary>Window over which altitude is evened out where it is recorded without gaps.</summary>
    public static Chosen<Duration> ClimbWindow { get; } = new(
        Duration.FromSeconds(12), "With the turns below: 9 of 10 real files, of all sports and on foot, come within 10 % of the device's own totals.");

    /// <summary>Fall that ends a rise, and rise that ends a fall, in altitude evened out. [m]</summary>
    public static Chosen<Distance> ClimbTurn { get; } = new(
        new(2), "Among 1 to 3 m the closest to the totals of real devices; smaller turns are the sensor's wandering.");

    /// <summary>The same where the device holds altitude until it has changed by a metre. [m]</summary>
    public static Chosen<Distance> ClimbTurnOfHeldAltitude { get; } = new(
        new(1.5), "Evening out steps of a metre takes from hills of a few metres: more than one step counts.");

    /// <summary>Share of records at which altitude may turn back to be called calm. [1]</summary>
    public static Chosen<Fraction> CalmAltitude { get; } = new(
        new(0.06), "Real devices that even altitude out themselves turn at 1 to 6 % of their records, others at 10 to 45 %.");

    /// <summary>Turn that counts in calm altitude of smart recording. [m]</summary>
    public static Chosen<Distance> ClimbTurnOfCalmAltitude { get; } = new(
        new(1.5), "From 1 to 2 m nearly the same: what is calm holds no wandering to be told from hills.");

    /// <summary>Change that counts as climb in restless altitude of smart recording. [m]</summary>
    public static Chosen<Distance> ClimbStep { get; } = new(
        new(2), "Among 1.5 to 4 m the closest to the totals of real devices that record so.");

    /// <summary>Change that counts as climb where the device itself holds altitude until it has changed by a metre. [m]</summary>
    public static Chosen<Distance> ClimbStepOfHeldAltitude { get; } = new(
        new(1), "The device has taken its sensor's wandering out already; every step that is left is a climb.");

    /// <summary>Smallest change of altitude in a file from which on the device is taken to hold it. [m]</summary>
    public static Chosen<Distance> HeldAltitude { get; } = new(
        new(0.7), "Files have changes from 0.2 m, or from 1 m: this lies between.");

    /// <summary>Share of records at which a held altitude moves at most. [1]</summary>
    public static Chosen<Fraction> HeldAltitudeMoves { get; } = new(
        new(0.5), "It stays more often than it moves; whole metres that change with each record are only a coarse sensor.");

    /// <summary>Share of smaller changes that a held altitude may have. [1]</summary>
    public static Chosen<Fraction> HeldAltitudeExceptions { get; } = new(
        new(0.02), "A device that holds altitude corrects it now and then.");

    /// <summary>Wandering of altitude about its own mean of some seconds, up to which it is as steady as a barometer's. [m]</summary>
    public static Chosen<Distance> SteadyAltitude { get; } = new(
        new(0.3), "A barometer is good to some 0.3 m; satellite altitude wanders by a metre and more.");

    /// <summary>Share of the records whose wandering must stay within it; the rest may lie at turns of the ground. [1]</summary>
    public static Chosen<Fraction> SteadyAltitudeShare { get; } = new(new(0.75), "Even in mountains turns make up less than a quarter of a run.");

    /// <summary>Gradients that part gentle, moderate and steep downhill, first the least that counts. [%]</summary>
    public static Chosen<(double Gentle, double Moderate, double Steep)> DownhillPercent { get; } = new(
        (2, 5, 10), "Round numbers that runners know from road signs.");

    /// <summary>Length of a warm-up.</summary>
    public static Chosen<Duration> WarmUp { get; } = new(Duration.FromMinutes(10), "What training books ask.");

    /// <summary>Length of a cool-down.</summary>
    public static Chosen<Duration> CoolDown { get; } = new(Duration.FromMinutes(5), "What training books ask.");

    /// <summary>The end that an abrupt stop shows in.</summary>
    public static Chosen<Duration> FinalMinute { get; } = new(Duration.FromSeconds(60), "Slowing down takes about a minute.");

    /// <summary>Least rest of a run that its beginning or end is compared with.</summary>
    public static Chosen<Duration> LeastRest { get; } = new(
        Duration.FromMinutes(10), "Of less, the part compared would itself be the run.");

    /// <summary>Greatest warm-up ratio that is a warm-up. [1]</summary>
    public static Chosen<Fraction> WarmUpAtMost { get; } = new(new(0.9), "A tenth slower is felt.");

    /// <summary>Greatest cool-down ratio that is a cool-down. [1]</summary>
    public static Chosen<Fraction> CoolDownAtMost { get; } = new(new(0.85), "Clearly slower than the run.");

    /// <summary>Least ratio of the last minute that is an abrupt stop. [1]</summary>
    public static Chosen<Fraction> AbruptStopFrom { get; } = new(new(0.95), "As good as full speed up to the end.");

    /// <summary>Parts of a run whose cadence is compared for drift. [1]</summary>
    public static Chosen<int> DriftParts { get; } = new(3, "The last third against the first leaves a middle that belongs to neither.");

    /// <summary>Time at the same speed and gradient that a drift of cadence needs.</summary>
    public static Chosen<Duration> LeastDrift { get; } = new(
        Duration.FromMinutes(2), "Less common ground than that says nothing about tiring.");

    /// <summary>Distance between the starts of two files of one activity, at most.</summary>
    public static Chosen<Duration> DuplicateStart { get; } = new(
        Duration.FromSeconds(60), "Two watches are started within a minute.");

    /// <summary>Difference of two measurements of one activity, at most. [1]</summary>
    public static Chosen<Fraction> DuplicateDifference { get; } = new(
        new(0.02), "Two watches differ by about one in a hundred.");

    /// <summary>Share of the shorter that lies within the longer, more than this. [1]</summary>
    public static Chosen<Fraction> DuplicateOverlap { get; } = new(
        new(0.8), "Nobody runs twice at once; a restarted watch overlaps by nothing.");

    /// <summary>Difference of length up to which two files of one activity are as long as one another: then the fuller one is kept. [1]</summary>
    public static Chosen<Fraction> DuplicateAsLong { get; } = new(
        new(0.05), "Two watches differ by a few percent; what is shorter by more was stopped earlier.");

    /// <summary>Difference of length up to which a track of no stated sport is the ride that another device recorded at the same time. [1]</summary>
    public static Chosen<Fraction> DuplicateOfOtherSport { get; } = new(
        new(0.2), "Both went the same way; a gym session around a run has another length, or none.");

    /// <summary>Share of a run, in time or in length, that another recording of it must cover to give what the kept one lacks. [1]</summary>
    public static Chosen<Fraction> DuplicateCover { get; } = new(
        new(0.8), "Steps, climb and heart rate of a part say nothing of the rest; as long as overlaps ask for.");

    /// <summary>Share of the shorter from which on two activities overlap, and count together once. [1]</summary>
    public static Chosen<Fraction> UnionFrom { get; } = new(
        new(0.05), "Less is a watch that was stopped late.");

    /// <summary>Difference of two starts that comes of a zone: its multiples.</summary>
    public static Chosen<Duration> ZoneShiftStep { get; } = new(
        Duration.FromMinutes(15), "All zones in use lie whole quarters of an hour apart.");

    /// <summary>Widest difference of two starts that comes of a zone.</summary>
    public static Chosen<Duration> WidestZoneShift { get; } = new(
        Duration.FromHours(14), "No zone in use lies farther from UTC.");

    /// <summary>Play of a difference that comes of a zone.</summary>
    public static Chosen<Duration> ZoneShiftPlay { get; } = new(
        Duration.FromSeconds(60), "One service counts from the button, another from the first fix.");

    /// <summary>Greatest difference in metres and in seconds of one activity in two zones. [1]</summary>
    public static Chosen<Fraction> ShiftedDifference { get; } = new(
        new(0.005), "It is the same recording; two runs of one route differ by more.");

    /// <summary>Days around two equal runs at other hours in which other equal runs speak for or against a copy.</summary>
    public static Chosen<Duration> ShiftedNeighbourhood { get; } = new(
        Duration.FromDays(8), "A week, and the hours by which a weekly run moves.");

    /// <summary>Longest gap between the starts of equal runs, over the shortest, up to which they are repeats of one outing. [1]</summary>
    public static Chosen<double> EvenGaps { get; } = new(
        3, "Sets of intervals rest for longer between them; a copy begins hours later.");

    /// <summary>Most equal runs within the widest shift of a zone. [1]</summary>
    public static Chosen<int> MostShifted { get; } = new(
        80, "Forty equal pieces of one session and their copies; of more no copy can be told.");

    /// <summary>Share of its span that the timer of an activity must have run, for an overlap with it to count. [1]</summary>
    public static Chosen<Fraction> DuplicateTimerShare { get; } = new(
        new(0.5), "A span of mostly pause, as of tracks joined over days, has room for other runs in it.");
}
