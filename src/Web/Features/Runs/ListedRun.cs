using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Web.Features.Runs;

/// <summary>An activity with how far it went against what it was judged by.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="SpikeRatio">Distance over the longest of the 30 days before it; null when it was not judged. [1]</param>
public sealed record ListedRun(HistoryRun Activity, double? SpikeRatio)
{
    /// <summary>From this ratio a run is marked, as in the score's own rule. [1]</summary>
    private static readonly double Marked = Analysis.Evidence.Published.SpikeFrom.Value;

    /// <summary>The part by which it went beyond the longest; null when it is no jump. [1]</summary>
    public Fraction? Beyond => SpikeRatio > Marked ? new(SpikeRatio.GetValueOrDefault() - 1) : null;
}
