using KneeLoad.Analysis.Surfaces;

namespace KneeLoad.Analysis.Runs.Repeats;

/// <summary>An activity as it counts.</summary>
/// <param name="Key">The caller's name for it.</param>
/// <param name="Analysed">Its metrics and cells.</param>
/// <param name="Surface">What it was run on; null when no map has been asked.</param>
/// <param name="JoinedWith">The activities that gave it what it lacked, or that cover a part of it.</param>
public sealed record JoinedActivity(string Key, AnalysedActivity Analysed, SurfaceMix? Surface, IReadOnlyList<JoinedFile> JoinedWith);
