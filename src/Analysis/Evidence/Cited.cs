namespace KneeLoad.Analysis.Evidence;

/// <summary>A published number with the place it stands at.</summary>
/// <typeparam name="T">A quantity, or a plain number where it has no unit.</typeparam>
/// <param name="Value">The number.</param>
/// <param name="Source">Where it was published.</param>
/// <param name="Place">Table, figure or section.</param>
/// <param name="Reading">How it reached us.</param>
/// <param name="Certainty">How sure research is of it: one study, several, or conflicting ones.</param>
public sealed record Cited<T>(T Value, Source Source, string Place, Reading Reading, Certainty Certainty);
