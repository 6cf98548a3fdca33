using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Ingest.Activities;

/// <summary>The content of one activity in a file, its format forgotten. Null means that the file says nothing.</summary>
/// <remarks>
/// One session of a FIT file (session, message 18, whose fields' numbers stand at the members), one <c>trk</c> of a GPX,
/// one <c>Activity</c> or <c>Course</c> of a TCX. Totals of a GPX are those of Garmin's TrackStatsExtension, of a TCX the sums of its laps.
/// </remarks>
public sealed record Activity
{
    /// <summary>The format it was read from.</summary>
    public required ActivityFormat Format { get; init; }

    /// <summary>
    /// Sport by its name in the FIT profile, lower case (running, walking, cycling): field 5, else sport (message 12); <c>type</c>; attribute
    /// <c>Sport</c>.
    /// </summary>
    public string? Sport { get; init; }

    /// <summary>
    /// Sub-sport by its name in the FIT profile, lower case with underscores (trail, treadmill, track): field 6, else sport (message 12); told from
    /// <c>type</c> in GPX.
    /// </summary>
    public string? SubSport { get; init; }

    /// <summary>The sport in the file's own words (<c>type</c>, attribute <c>Sport</c>), known or not.</summary>
    public string? SportText { get; init; }

    /// <summary>The sport that a list beside the file in its archive names for it; null where there is none.</summary>
    public string? ListedSport { get; init; }

    /// <summary>Name that the runner or the app gave: <c>name</c> of a track; the name of the chosen sport profile (sport, message 12, field 3).</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Maker of the recording device by its name in the FIT profile, by file_id (message 0, field 1), or the <c>creator</c> that a GPX or TCX names.
    /// </summary>
    public string? Maker { get; init; }

    /// <summary>Product by name, or its number where the name is not known: file_id (message 0, fields 2 and 8), <c>ProductID</c>.</summary>
    public string? Product { get; init; }

    /// <summary>When the session began (field 2, start_time); the first record with a time where the file states no session.</summary>
    public Instant? Start { get; init; }

    /// <summary>
    /// Local time minus UTC, as the file states it: activity (message 34, field 5 minus field 253), or a time's own offset in XML. [s, whole quarters
    /// of an hour in FIT]
    /// </summary>
    public Offset? UtcOffset { get; init; }

    /// <summary>Whether the times name no zone: then <see cref="Start"/> and all others are the clock's own, written as if it showed UTC.</summary>
    public bool IsLocalTime { get; init; }

    /// <summary>Whether day and month of the times may be meant the other way round: then nobody knows the day.</summary>
    public bool IsDayUnsure { get; init; }

    /// <summary>The day before which the device cannot have recorded: its model was not sold yet. Null where nothing tells.</summary>
    public LocalDate? DeviceSince { get; init; }

    /// <summary>When the file was made, by its own word (file_id, message 0, field 4).</summary>
    public Instant? FileCreated { get; init; }

    /// <summary>Whether sessions of the file say where one activity ends and the next begins (session, message 18).</summary>
    public bool HasSession { get; init; }

    /// <summary>From start to end, pauses included: field 7, total_elapsed_time. Never negative. [s]</summary>
    public Duration? TotalElapsed { get; init; }

    /// <summary>Time that the timer ran: field 8, total_timer_time. Never negative. [s]</summary>
    public Duration? TotalTimer { get; init; }

    /// <summary>Length: field 9, total_distance. Indoors it may have been corrected by hand, and then it holds. Never negative. [m]</summary>
    public Distance? TotalDistance { get; init; }

    /// <summary>Climb, as the device summed it: field 22, total_ascent. [m]</summary>
    public Distance? TotalAscent { get; init; }

    /// <summary>Descent, as the device summed it: field 23, total_descent. [m]</summary>
    public Distance? TotalDescent { get; init; }

    /// <summary>Whether the file is a planned route (file_id type 6, <c>Course</c>): it has records, and nobody has run them.</summary>
    public bool IsCourse { get; init; }

    /// <summary>The unit that the cadence columns count.</summary>
    public CadenceUnit CadenceUnit { get; init; }

    /// <summary>The sensor that measured the altitude.</summary>
    public AltitudeSource AltitudeSource { get; init; }

    /// <summary>The records in columns (record, message 20; <c>trkpt</c>; <c>Trackpoint</c>), each record of the file in exactly one activity.</summary>
    public required RecordStream Records { get; init; }

    /// <summary>
    /// Spans in which the timer stood still, in order, not overlapping: event (message 21), ends of <c>trkseg</c> and <c>Track</c>. Empty where there
    /// are none.
    /// </summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>Laps in the file's order (lap, message 19; <c>Lap</c>); empty in GPX.</summary>
    public IReadOnlyList<Lap> Laps { get; init; } = [];

    /// <summary>
    /// Times from one heartbeat to the next, in their order and without times of their own; empty where the file has none (hrv, message 78). [ms]
    /// </summary>
    public ReadOnlyMemory<ushort> BeatIntervalsMilliseconds { get; init; }

    /// <summary>Differences between the file's word and this activity, in the order in which they were found; empty as read.</summary>
    public IReadOnlyList<ActivityNote> Notes { get; init; } = [];

    /// <summary>Devices that took part, each once (device_info, message 23); empty in GPX and TCX.</summary>
    public IReadOnlyList<Device> Devices { get; init; } = [];
}

/// <summary>One difference between an activity as its file states it and as it can have happened.</summary>
/// <param name="Kind">The difference.</param>
/// <param name="Count">Number of records, points or parts that it concerns; null where nothing is counted. [1]</param>
/// <param name="Stated">The total that the file states and that does not hold; null where it states none. [m or s, by <paramref name="Kind"/>]</param>
public sealed record ActivityNote(NoteKind Kind, int? Count = null, double? Stated = null);

/// <summary>The sensor that measured the altitude column.</summary>
public enum AltitudeSource
{
    /// <summary>The file does not say; taken for satellite altitude.</summary>
    Unknown,

    /// <summary>A barometer, as the file's device messages (device_info, source_type local, type barometer) or its maker's model say.</summary>
    Barometer,
}

/// <summary>A device that took part in the recording (FIT device_info, message 23). Serial numbers are not kept.</summary>
/// <param name="Maker">Maker by its name in the FIT profile, or its number; null when not stated. Field 2.</param>
/// <param name="Product">Product by name or number; null when not stated. Fields 4 and 27.</param>
/// <param name="Kind">Kind of device by its name in the FIT profile (barometer, foot_pod), told by fields 25 and 1, or null.</param>
public sealed record Device(string? Maker, string? Product, string? Kind);
