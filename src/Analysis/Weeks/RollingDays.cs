using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;
using MathNet.Numerics.Statistics;
using NodaTime;

namespace KneeLoad.Analysis.Weeks;

/// <summary>The last 7 days beside the four blocks of 7 days before them: the headline of load.</summary>
public sealed record RollingDays
{
    private const int DaysInBlock = 7;
    private const int Blocks = 4;

    /// <summary>Metres run in the last 7 days; at least so many where a distance is unknown. [m]</summary>
    public required Distance Distance { get; init; }

    /// <summary>Runs of the last 7 days without a known distance. [1]</summary>
    public required int UnknownDistances { get; init; }

    /// <summary>Runs and walks of the last 7 days whose knee load is unknown. [1]</summary>
    public required int UnknownLoads { get; init; }

    /// <summary>Knee load of the last 7 days, walks included; at least so much where a load is unknown. [knee-km]</summary>
    public required KneeKilometres KneeKilometres { get; init; }

    /// <summary>Runs of the last 7 days. [1]</summary>
    public required int Runs { get; init; }

    /// <summary>Median metres of the blocks before that hold a run; 0 when none does. [m]</summary>
    public required Distance UsualDistance { get; init; }

    /// <summary>Median knee load of the blocks before that hold a run, walks included; 0 when none does. [knee-km]</summary>
    public required KneeKilometres UsualKneeKilometres { get; init; }

    /// <summary>Median number of runs of the blocks before that hold a run; 0 when none does. [1]</summary>
    public required double UsualRuns { get; init; }

    /// <summary>Metres of the block just before the last 7 days. [m]</summary>
    public required Distance DistanceBefore { get; init; }

    /// <summary>Runs of the block just before the last 7 days. [1]</summary>
    public required int RunsBefore { get; init; }

    /// <summary>Number of the four blocks before that hold a run. [1]</summary>
    public required int BlocksWithRun { get; init; }

    /// <summary>False when a run of the 35 days has no known distance.</summary>
    public required bool AllDistancesKnown { get; init; }

    /// <summary>True when all five blocks lie within the history.</summary>
    public required bool WindowFull { get; init; }

    /// <summary>False when a distance or a load of the four blocks before is unknown: then nobody knows what is usual.</summary>
    public required bool UsualIsKnown { get; init; }

    /// <summary>True when the four blocks lie within the history, hold enough runs to be called a usual, and are known whole.</summary>
    public bool HasUsual => WindowFull && BlocksWithRun >= Choices.LeastBlocks.Value && UsualIsKnown;

    /// <summary>
    /// Metres of the last 7 days over those of the 7 before, minus one; null when those hold no run or a distance of the 35 days is unknown. [1]
    /// </summary>
    public Fraction? GrowthOnLastWeek => AllDistancesKnown && DistanceBefore.Metres > 0 ? new(Distance / DistanceBefore - 1) : null;

    /// <summary>Metres of the last 7 days over the usual, minus one; null without a usual or when a distance of the 35 days is unknown. [1]</summary>
    public Fraction? GrowthOnUsual => AllDistancesKnown && HasUsual && UsualDistance.Metres > 0 ? new(Distance / UsualDistance - 1) : null;

    /// <summary>Adds up the 35 days that end with a day.</summary>
    /// <param name="history">Activities in any order.</param>
    /// <param name="day">The last day.</param>
    public static RollingDays Compute(IReadOnlyList<HistoryRun> history, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(history);

        var metres = new double[Blocks + 1];
        var kneeKilometres = new double[Blocks + 1];
        var runs = new int[Blocks + 1];
        var window = DayWindow.EndingOn(day, DaysInBlock * (Blocks + 1));
        var training = TrainingHistory.UpTo(history, day);
        var (unknownDistances, unknownLoads) = (new int[Blocks + 1], new int[Blocks + 1]);
        foreach (var run in history.Where(run => run.AddsLoad && window.Contains(run.Metrics.LocalDate)).Order(HistoryRun.ByStart))
        {
            var block = Period.DaysBetween(run.Metrics.LocalDate, day) / DaysInBlock;
            unknownLoads[block] += run.Load.KneeKilometres is null ? 1 : 0;
            kneeKilometres[block] += run.Load.KneeKilometres?.Value ?? 0;
            if (run.Counts)
            {
                runs[block]++;
                metres[block] += run.Metrics.Distance?.Metres ?? 0;
                unknownDistances[block] += run.Metrics.Distance is null ? 1 : 0;
            }
        }

        var usual = Enumerable.Range(1, Blocks).Where(block => runs[block] > 0).ToArray();
        return new()
        {
            Distance = new(metres[0]),
            KneeKilometres = new(kneeKilometres[0]),
            Runs = runs[0],
            UsualDistance = new(MedianOf(metres)),
            UsualKneeKilometres = new(MedianOf(kneeKilometres)),
            UsualRuns = usual.Length == 0 ? 0 : usual.Select(block => (double)runs[block]).Median(),
            DistanceBefore = new(metres[1]),
            RunsBefore = runs[1],
            BlocksWithRun = usual.Length,
            WindowFull = training.FirstDay is { } first && Period.DaysBetween(first, day) >= Choices.WeekFromDay.Value,
            UnknownDistances = unknownDistances[0],
            UnknownLoads = unknownLoads[0],
            UsualIsKnown = unknownDistances[1..].Sum() + unknownLoads[1..].Sum() == 0,
            AllDistancesKnown = unknownDistances.Sum() == 0,
        };

        double MedianOf(double[] blocks) => usual.Length == 0 ? 0 : usual.Select(block => blocks[block]).Median();
    }
}
