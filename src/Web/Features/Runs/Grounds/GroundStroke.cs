using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Runs.Grounds;

/// <summary>A stretch of the run on its map.</summary>
/// <param name="Surface">Name of its surface.</param>
/// <param name="Firmness">hard, soft or unknown.</param>
/// <param name="Line">Its places: longitude and latitude of each. [degrees]</param>
/// <param name="Name">Name of the way; null without one.</param>
/// <param name="Words">Surface, how it is known, and length, ready to read.</param>
/// <param name="Link">Where the page lets the runner correct it; null when it lies on no way.</param>
public sealed record GroundStroke(string Surface, string Firmness, IReadOnlyList<double[]> Line, string? Name, string Words, string? Link);
