using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Runs.Repeats;

/// <summary>The facts of a stored activity that tell whether it repeats another.</summary>
/// <param name="Key">The caller's name for it. Breaks ties.</param>
/// <param name="Kind">What it is taken for.</param>
/// <param name="Sport">Sport by its FIT name; null when the file states none.</param>
/// <param name="Start">When it began.</param>
/// <param name="Elapsed">From start to end.</param>
/// <param name="Timer">Time that the timer ran.</param>
/// <param name="Distance">Its length; null when unknown. [m]</param>
/// <param name="MeasuredFields">Columns of the file that hold a value. [1]</param>
public sealed record DuplicateCandidate(
    string Key, RunKind Kind, string? Sport, Instant Start, Duration Elapsed, Duration Timer, Distance? Distance, int MeasuredFields)
{
    /// <summary>When it ended.</summary>
    public Instant End => Start + Elapsed;

    /// <summary>True when nobody knows the day: then nothing tells that it repeats another.</summary>
    public bool DateUnknown { get; init; }

    /// <summary>The runner's word on an equal activity at another hour: true for one run, false for two; null while nothing is told.</summary>
    public bool? IsOneInTwoZones { get; init; }

    /// <summary>True when the file names no sport.</summary>
    public bool SaysNothing => Kind is RunKind.TakenForRun or RunKind.Asked;

    /// <summary>False for a course: what was only planned repeats nothing, and nothing repeats it. So it is for an activity of an unknown day.</summary>
    public bool WasDone => Kind != RunKind.Course && !DateUnknown;

    /// <summary>True when it was done on foot: only such activities can repeat one another.</summary>
    public bool OnFoot => Kind != RunKind.Other;

    /// <summary>The candidate that a stored activity is.</summary>
    /// <param name="key">The caller's name for it.</param>
    /// <param name="metrics">What its file says.</param>
    /// <param name="isOneInTwoZones">The runner's word on an equal activity at another hour; null while nothing is told.</param>
    public static DuplicateCandidate Of(string key, RunMetrics metrics, bool? isOneInTwoZones = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(metrics);
        return new DuplicateCandidate(
            key, metrics.Kind, metrics.Sport, metrics.Start, metrics.Elapsed, metrics.Timer, metrics.Distance, metrics.MeasuredFields)
        {
            DateUnknown = metrics.DateUnknown,
            IsOneInTwoZones = isOneInTwoZones,
        };
    }
}
