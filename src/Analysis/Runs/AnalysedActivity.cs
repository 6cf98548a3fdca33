using KneeLoad.Analysis.Loads;

namespace KneeLoad.Analysis.Runs;

/// <summary>The outcome of analysing one activity: its metrics, and the cells that later baselines work on.</summary>
/// <param name="Metrics">What the file alone says.</param>
/// <param name="Cells">Distance, time and steps by way of moving.</param>
public sealed record AnalysedActivity(RunMetrics Metrics, CellTable Cells);
