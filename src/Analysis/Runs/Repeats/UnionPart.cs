using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Runs.Repeats;

/// <summary>An activity that counts in part, since another covers the rest.</summary>
/// <param name="Share">The share that counts. [1]</param>
/// <param name="With">Keys of the activities that cover the rest.</param>
public sealed record UnionPart(Fraction Share, IReadOnlyList<string> With);
