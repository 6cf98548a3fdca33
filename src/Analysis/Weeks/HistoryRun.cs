using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Runs.Repeats;
using KneeLoad.Analysis.Surfaces;

namespace KneeLoad.Analysis.Weeks;

/// <summary>One activity of a runner's history, as stored; the row that weeks and score are computed from.</summary>
/// <param name="Key">The caller's name for it: a file name or a row's id. Orders runs of equal start.</param>
/// <param name="Metrics">What the file alone says.</param>
/// <param name="Load">What it did against the baseline.</param>
/// <param name="Surface">What it was run on; null when no map has been asked.</param>
/// <param name="DuplicateOf">Key of the activity that this one repeats; null when it counts.</param>
public sealed record HistoryRun(string Key, RunMetrics Metrics, RunLoad Load, SurfaceMix? Surface, string? DuplicateOf)
{
    /// <summary>The activities that gave it what it lacked, or that cover a part of it.</summary>
    public IReadOnlyList<JoinedFile> JoinedWith { get; init; } = [];

    /// <summary>By start, then by key: the one order in which sums are taken, so that any order of uploads gives the same bytes.</summary>
    public static IComparer<HistoryRun> ByStart { get; } = Comparer<HistoryRun>.Create(static (left, right) =>
        left.Metrics.Start.CompareTo(right.Metrics.Start) is var order and not 0 ? order : string.CompareOrdinal(left.Key, right.Key));

    /// <summary>True when the runner leaves it out: it counts for nothing.</summary>
    public bool LeftOut { get; init; }

    /// <summary>True when it counts as a run: a run that repeats no other and is not left out.</summary>
    public bool Counts => Metrics.IsRun && DuplicateOf is null && !LeftOut;

    /// <summary>True when it adds to the knee load of its day: a run or a walk that repeats no other and is not left out.</summary>
    public bool AddsLoad => (Metrics.IsRun || (Metrics.Kind is RunKind.Walk && !Metrics.DateUnknown)) && DuplicateOf is null && !LeftOut;
}
