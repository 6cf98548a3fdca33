using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Plausibility;

namespace KneeLoad.Web.Pipeline.Renewal;

/// <summary>
/// The version that a stored run was analysed with: that of the model, that of its load formula, that of the rules by which files are believed, and
/// that of what is kept to be drawn.
/// </summary>
internal static class AnalysisVersion
{
    /// <summary>The version of new runs. Runs of another one are analysed again.</summary>
    public const string Current = RiskModel.Version + "+" + KneeLoadModel.Version + "+" + BelievedActivities.Version + "+" + Drawn;

    /// <summary>The version of the points that are kept of a run to be drawn: 2 keeps no more than a page draws.</summary>
    private const string Drawn = "2";
}
