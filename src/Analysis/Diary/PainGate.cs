using NodaTime;

namespace KneeLoad.Analysis.Diary;

/// <summary>What the diary asks for. It may raise the level, never the score.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Since">Day of the entry that set it.</param>
/// <param name="Until">Last day that it holds without a later entry; null for a red flag, which stays until it is closed.</param>
public sealed record PainGate(GateAction Action, LocalDate Since, LocalDate? Until);
