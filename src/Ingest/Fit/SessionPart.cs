using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Messages;

namespace KneeLoad.Ingest.Fit;

/// <summary>The parts of a file that belong to one session.</summary>
/// <param name="Session">Null for a file that states no session.</param>
/// <param name="Records">Its records.</param>
/// <param name="Laps">Its laps.</param>
/// <param name="BeatIntervalsMilliseconds">Its times between heartbeats. [ms]</param>
/// <param name="Start">From when on timer events are its own. FIT's epoch. [s]</param>
/// <param name="End">Until when timer events are its own. FIT's epoch. [s]</param>
internal sealed record SessionPart(
    SessionMessage? Session,
    RecordStream Records,
    IReadOnlyList<Lap> Laps,
    ReadOnlyMemory<ushort> BeatIntervalsMilliseconds,
    uint Start = uint.MinValue,
    uint End = uint.MaxValue);
