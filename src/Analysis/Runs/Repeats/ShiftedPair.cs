using NodaTime;

namespace KneeLoad.Analysis.Runs.Repeats;

/// <summary>Two activities that may be one, written in two zones.</summary>
/// <param name="Earlier">Key of the earlier one.</param>
/// <param name="Later">Key of the later one.</param>
/// <param name="Shift">The difference of their starts, in whole quarters of an hour.</param>
public sealed record ShiftedPair(string Earlier, string Later, Duration Shift);
