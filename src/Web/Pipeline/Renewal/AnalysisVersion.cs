using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Plausibility;

namespace KneeLoad.Web.Pipeline.Renewal;

/// <summary>The version that a stored run was analysed with: that of the model, that of its load formula, and that of the rules by which files are believed.</summary>
internal static class AnalysisVersion
{
    /// <summary>The version of new runs. Runs of another one are analysed again.</summary>
    public const string Current = RiskModel.Version + "+" + KneeLoadModel.Version + "+" + BelievedActivities.Version;
}
