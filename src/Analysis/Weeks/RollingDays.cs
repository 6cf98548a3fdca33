using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Weeks;

/// <summary>The last 7 days against the mean of the four blocks of 7 days before them: the headline of load.</summary>
public sealed record RollingDays
{
    private const int DaysInBlock = 7;
    private const int Blocks = 4;

    /// <summary>Metres run in the last 7 days; unknown distances are left out. [m]</summary>
    public required Distance Distance { get; init; }

    /// <summary>Knee load of the last 7 days, walks included. [knee-km]</summary>
    public required KneeKilometres KneeKilometres { get; init; }

    /// <summary>Runs of the last 7 days. [1]</summary>
    public required int Runs { get; init; }

    /// <summary>Mean metres of the four blocks before; blocks without runs count as zero. [m]</summary>
    public required Distance UsualDistance { get; init; }

    /// <summary>Mean knee load of the four blocks before, walks included. [knee-km]</summary>
    public required KneeKilometres UsualKneeKilometres { get; init; }

    /// <summary>Mean number of runs of the four blocks before. [1]</summary>
    public required double UsualRuns { get; init; }

    /// <summary>How many of the four blocks before hold a run. [1]</summary>
    public required int BlocksWithRun { get; init; }

    /// <summary>False when a run of the 35 days has no known distance.</summary>
    public required bool AllDistancesKnown { get; init; }

    /// <summary>Whether the four blocks hold enough runs to be called a usual.</summary>
    public bool HasUsual => BlocksWithRun >= Choices.LeastBlocks.Value;

    /// <summary>Adds up the 35 days that end with a day.</summary>
    /// <param name="history">Activities in any order.</param>
    /// <param name="day">The last day.</param>
    public static RollingDays Compute(IReadOnlyList<HistoryRun> history, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(history);

        Span<double> metres = stackalloc double[Blocks + 1];
        Span<double> kneeKilometres = stackalloc double[Blocks + 1];
        Span<int> runs = stackalloc int[Blocks + 1];
        var window = DayWindow.EndingOn(day, DaysInBlock * (Blocks + 1));
        var allKnown = true;
        foreach (var run in history.Where(run => run.AddsLoad && window.Contains(run.Metrics.LocalDate)).Order(HistoryRun.ByStart))
        {
            var block = Period.DaysBetween(run.Metrics.LocalDate, day) / DaysInBlock;
            kneeKilometres[block] += run.Load.KneeKilometres?.Value ?? 0;
            if (run.Counts)
            {
                runs[block]++;
                metres[block] += run.Metrics.Distance?.Metres ?? 0;
                allKnown &= run.Metrics.Distance is not null;
            }
        }

        return new()
        {
            Distance = new(metres[0]),
            KneeKilometres = new(kneeKilometres[0]),
            Runs = runs[0],
            UsualDistance = new(Sum(metres[1..]) / Blocks),
            UsualKneeKilometres = new(Sum(kneeKilometres[1..]) / Blocks),
            UsualRuns = (double)Sum(runs[1..]) / Blocks,
            BlocksWithRun = Blocks - System.MemoryExtensions.Count(runs[1..], 0),
            AllDistancesKnown = allKnown,
        };
    }

    private static T Sum<T>(ReadOnlySpan<T> values)
        where T : System.Numerics.INumber<T>
    {
        var sum = T.Zero;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
