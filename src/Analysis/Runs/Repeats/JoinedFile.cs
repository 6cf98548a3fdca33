using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Runs.Repeats;

/// <summary>Another activity that an activity was joined with.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Gave">Quantities that it measured and the activity did not; empty where it only covers a part.</param>
/// <param name="Share">Share of the activity that counts, since the other covers the rest; null where the other repeats the whole of it. [1]</param>
public sealed record JoinedFile(string Key, IReadOnlyList<JoinedQuantity> Gave, Fraction? Share);
