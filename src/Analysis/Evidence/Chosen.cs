namespace KneeLoad.Analysis.Evidence;

/// <summary>A number that we chose, since no paper states it.</summary>
/// <typeparam name="T">A quantity, or a plain number where it has no unit.</typeparam>
/// <param name="Value">The number.</param>
/// <param name="Reason">Why this and no other, in one sentence.</param>
/// <param name="Tissue">The part of the body that it speaks of, where it is part of a load.</param>
public sealed record Chosen<T>(T Value, string Reason, Tissue Tissue = Tissue.None);
