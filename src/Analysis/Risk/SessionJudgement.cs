using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Risk;

/// <summary>One session against the longest of the 30 days before it.</summary>
/// <param name="Session">The session.</param>
/// <param name="IsReturn">True when no session lies in the 30 days before it.</param>
/// <param name="Base">What it was judged by; null when it was not judged. [m]</param>
/// <param name="Ratio">Its distance over the base, unrounded; null when it was not judged. [1]</param>
/// <param name="Points">Points on its own day, before they fade; 0 when it was not judged. [points]</param>
/// <param name="Measurement">How sure the ratio is.</param>
/// <param name="NotJudged">Why it was not judged; null when it was.</param>
public sealed record SessionJudgement(
    Session Session,
    bool IsReturn,
    Distance? Base,
    double? Ratio,
    double Points,
    MeasurementQuality Measurement,
    NotJudged? NotJudged);
