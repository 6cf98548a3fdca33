namespace KneeLoad.Web.Features.Runs.Grounds;

/// <summary>A way around a run on its map.</summary>
/// <param name="Kind">road, street or path.</param>
/// <param name="Line">Its places: longitude and latitude of each. [degrees]</param>
public sealed record GroundRoad(string Kind, IReadOnlyList<double[]> Line);
