using KneeLoad.Analysis.Runs.Repeats;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Runs.Joining;

/// <summary>Says what other recordings of a run gave.</summary>
public static class JoinedRunWords
{
    /// <summary>The quantities: heart rate and cadence.</summary>
    public static string Of(IReadOnlyList<JoinedQuantity> gave, Language say)
    {
        ArgumentNullException.ThrowIfNull(gave);
        ArgumentNullException.ThrowIfNull(say);
        return say.Join([.. gave.Select(quantity => say["Runs.Joined." + quantity])]);
    }
}
