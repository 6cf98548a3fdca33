namespace KneeLoad.Ingest.Maps;

/// <summary>A segment as a step from one node to the next.</summary>
/// <param name="Segment">Number of the segment.</param>
/// <param name="To">The node at its other end.</param>
/// <param name="LengthMetres">Its length. [m]</param>
public readonly record struct NetworkStep(int Segment, int To, double LengthMetres);
