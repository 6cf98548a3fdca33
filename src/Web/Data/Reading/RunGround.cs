namespace KneeLoad.Web.Data.Reading;

/// <summary>Where a run went and what it was run on.</summary>
/// <param name="Places">The records that have a position, in their order; empty for a run without positions.</param>
/// <param name="Stretches">Parts on one surface each, in their order; empty while there is no map.</param>
public sealed record RunGround(IReadOnlyList<GroundPlace> Places, IReadOnlyList<GroundStretch> Stretches);
