using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Analysis.Advice;

/// <summary>One piece of advice, with what the running press says and what research says.</summary>
/// <param name="Id">Stable name (gradual-load, see-a-doctor).</param>
/// <param name="Text">What to do, in one sentence.</param>
/// <param name="Article">What the popular article says; null when it says nothing.</param>
/// <param name="Research">What research says, with effect and certainty.</param>
/// <param name="Science">How sure science is.</param>
/// <param name="Sources">Papers.</param>
public sealed record AdviceItem(
    string Id, string Text, string? Article, string Research, Certainty Science, IReadOnlyList<Source> Sources);
