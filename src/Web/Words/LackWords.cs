using KneeLoad.Analysis.Runs;

namespace KneeLoad.Web.Words;

/// <summary>Says what a run's numbers lack.</summary>
public static class LackWords
{
    /// <summary>One sentence a lack.</summary>
    public static IEnumerable<string> Of(RunMetrics metrics, Language say)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(say);
        return metrics.Lacks.Select(lack => say["Runs.Lack." + lack]);
    }
}
