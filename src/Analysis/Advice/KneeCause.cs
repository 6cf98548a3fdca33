namespace KneeLoad.Analysis.Advice;

/// <summary>One thing that can make a knee hurt, by name, with the signs that are typical of it.</summary>
/// <param name="Id">Stable name (meniscus).</param>
/// <param name="Name">Name in words.</param>
/// <param name="Onset">How it tends to begin.</param>
/// <param name="Signs">What is typical, in plain words.</param>
public sealed record KneeCause(string Id, string Name, KneeCauseOnset Onset, string Signs);
