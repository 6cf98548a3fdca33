using KneeLoad.Analysis.Surfaces;

namespace KneeLoad.Analysis.Runs.Repeats;

/// <summary>An activity as its own file has it.</summary>
/// <param name="Key">The caller's name for it.</param>
/// <param name="Analysed">Its metrics and cells; cells may be empty where only metrics are asked for.</param>
/// <param name="DuplicateOf">Key of the activity that this one repeats; null when it repeats none.</param>
/// <param name="IsOnItsOwn">True when the runner said that it is no part of another.</param>
public sealed record StoredActivity(string Key, AnalysedActivity Analysed, string? DuplicateOf, bool IsOnItsOwn = false)
{
    /// <summary>The runner's word on an equal activity at another hour: true for one run, false for two; null while nothing is told.</summary>
    public bool? IsOneInTwoZones { get; init; }

    /// <summary>The ground that it was run on; null when no map has been asked, or where only load is asked for.</summary>
    public SurfaceMix? Surface { get; init; }
}
