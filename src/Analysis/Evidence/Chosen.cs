namespace KneeLoad.Analysis.Evidence;

/// <summary>A number that we chose, since no paper states it.</summary>
/// <typeparam name="T">A quantity, or a plain number where it has no unit.</typeparam>
/// <param name="Value">The number.</param>
/// <param name="Reason">Why this and no other, in one sentence.</param>
public sealed record Chosen<T>(T Value, string Reason);
