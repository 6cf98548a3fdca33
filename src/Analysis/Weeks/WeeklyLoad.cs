using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Weeks;

/// <summary>The load of one week. A week without runs is a week of zero. Null means not measured or not judged.</summary>
public sealed record WeeklyLoad
{
    /// <summary>The week.</summary>
    public required TrainingWeek Week { get; init; }

    /// <summary>Number of runs. [1]</summary>
    public required int Runs { get; init; }

    /// <summary>Runs of them without a known distance. [1]</summary>
    public int UnknownDistances { get; init; }

    /// <summary>Runs and walks of it whose knee load is unknown. [1]</summary>
    public int UnknownLoads { get; init; }

    /// <summary>Metres run; at least so many where a distance is unknown. [m]</summary>
    public required Distance Distance { get; init; }

    /// <summary>Timer time of the runs.</summary>
    public required Duration Timer { get; init; }

    /// <summary>Knee load, walks included; at least so much where a load is unknown. [knee-km]</summary>
    public required KneeKilometres KneeKilometres { get; init; }

    /// <summary>Steps of both feet; null when no run had cadence. [1]</summary>
    public double? Steps { get; init; }

    /// <summary>Longest session of the week; null without a known distance. [m]</summary>
    public Distance? Longest { get; init; }

    /// <summary>This week's distance over last week's, minus one; null when last week holds no run, or a distance is unknown. [1]</summary>
    public Fraction? GrowthOnLastWeek { get; init; }

    /// <summary>
    /// This week's distance over the median of those of the four before that hold a run, minus one; null unless three of them do, the history has 35
    /// days and all distances are known. [1]
    /// </summary>
    public Fraction? GrowthOnFourWeeks { get; init; }

    /// <summary>Hard metres over known and assumed metres; null without a map. [1]</summary>
    public Fraction? HardShare { get; init; }

    /// <summary>Metres on hard ground; null without a map. [m]</summary>
    public Distance? Hard { get; init; }

    /// <summary>Share of steps on the heel; null when no sensor recorded it. [1]</summary>
    public Fraction? HeelShare { get; init; }

    /// <summary>Cadence at the runner's usual speed, mean by time; null when not measured. [steps/min]</summary>
    public Cadence? CadenceAtOwnPace { get; init; }

    /// <summary>Metres of descent; null when not measured. [m]</summary>
    public Distance? Descent { get; init; }

    /// <summary>Metres run on a downhill of over 2 %; null when not measured. [m]</summary>
    public Distance? Downhill { get; init; }
}
