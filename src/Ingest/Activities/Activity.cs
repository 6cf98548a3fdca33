using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Ingest.Activities;

/// <summary>What a file says of one activity (one session), its format forgotten. Null means that the file says nothing.</summary>
public sealed record Activity
{
    /// <summary>The format it was read from.</summary>
    public required ActivityFormat Format { get; init; }

    /// <summary>Sport by its name in the FIT profile, lower case (running, walking, cycling).</summary>
    public string? Sport { get; init; }

    /// <summary>Sub-sport by its name in the FIT profile, lower case with underscores (trail, treadmill, track).</summary>
    public string? SubSport { get; init; }

    /// <summary>Maker of the recording device by its name in the FIT profile, or the creator that a GPX or TCX names.</summary>
    public string? Maker { get; init; }

    /// <summary>Product by name, or its number where the name is not known.</summary>
    public string? Product { get; init; }

    /// <summary>When the session began; the first record with a time where the file states no session.</summary>
    public Instant? Start { get; init; }

    /// <summary>Local time minus UTC, as the file states it.</summary>
    public Offset? UtcOffset { get; init; }

    /// <summary>From start to end, pauses included, as the file's session says.</summary>
    public Duration? TotalElapsed { get; init; }

    /// <summary>Time that the timer ran, as the file's session says.</summary>
    public Duration? TotalTimer { get; init; }

    /// <summary>Length, as the file's session says. [m]</summary>
    public Distance? TotalDistance { get; init; }

    /// <summary>Climb, as the device summed it. [m]</summary>
    public Distance? TotalAscent { get; init; }

    /// <summary>Descent, as the device summed it. [m]</summary>
    public Distance? TotalDescent { get; init; }

    /// <summary>Whether the file is a planned route: it has records, and nobody has run them.</summary>
    public bool IsCourse { get; init; }

    /// <summary>What the cadence columns count.</summary>
    public CadenceUnit CadenceUnit { get; init; }

    /// <summary>What measured the altitude.</summary>
    public AltitudeSource AltitudeSource { get; init; }

    /// <summary>The records in columns.</summary>
    public required RecordStream Records { get; init; }

    /// <summary>Spans in which the timer stood still, in order, not overlapping.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>Laps in the file's order.</summary>
    public IReadOnlyList<Lap> Laps { get; init; } = [];

    /// <summary>Times from one heartbeat to the next, in their order and without times of their own; empty where the file has none. [ms]</summary>
    public ReadOnlyMemory<ushort> BeatIntervalsMilliseconds { get; init; }

    /// <summary>Devices that took part.</summary>
    public IReadOnlyList<Device> Devices { get; init; } = [];
}
