using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Analysis.Risk;

/// <summary>A row without points: what the field speaks of, and what research found.</summary>
/// <param name="Id">Stable name (downhill, warm-up).</param>
/// <param name="Title">Name in words.</param>
/// <param name="Measured">What was measured, ready to read; null when it was not.</param>
/// <param name="Usual">The runner's usual, ready to read; null when there is none.</param>
/// <param name="Science">How sure science is of a relation to knee injury.</param>
/// <param name="Note">What research found, in plain words.</param>
/// <param name="Sources">Papers.</param>
public sealed record RiskInformation(
    string Id, string Title, string? Measured, string? Usual, Certainty Science, string Note, IReadOnlyList<Source> Sources);
