using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Columns;
using KneeLoad.Ingest.Fit.Devices;
using KneeLoad.Ingest.Fit.Messages;
using KneeLoad.Ingest.Fit.Profile;
using KneeLoad.Ingest.Fit.Protocol;
using NodaTime;

namespace KneeLoad.Ingest.Fit;

/// <summary>The content of one FIT file (one link of a chain), message by message, before it is put together.</summary>
internal sealed class FitContent(FitCounts counts, RecordTable records)
{
    // A real file has some ten sessions (a swim-run some fifty), some hundred laps, and at most some thousand starts and
    // stops of the timer. The limits bound memory and time against files made to exhaust them.
    private const int MostSessions = 64;
    private const int MostLaps = 10_000;
    private const int MostTimerEvents = 100_000;
    private const int MostDevices = 200;

    private readonly List<SessionMessage> sessions = new(Math.Min(counts.Sessions, MostSessions));
    private readonly List<Lap> laps = new(Math.Min(counts.Laps, MostLaps));
    private readonly List<TimerEvent> timerEvents = [];
    private readonly List<Device> devices = [];
    private readonly List<ulong> devicesSeen = [];
    private Offset? activityOffset;
    private Offset? correlatedOffset;

    /// <summary>The records.</summary>
    public RecordTable Records { get; } = records;

    /// <summary>The meanings of the developers' fields.</summary>
    public required DeveloperFields DeveloperFields { get; init; }

    /// <summary>Sessions in the file's order.</summary>
    public IReadOnlyList<SessionMessage> Sessions => sessions;

    /// <summary>Laps in the file's order.</summary>
    public IReadOnlyList<Lap> Laps => laps;

    /// <summary>Starts and stops of the timer in the file's order.</summary>
    public IReadOnlyList<TimerEvent> TimerEvents => timerEvents;

    /// <summary>Times between heartbeats.</summary>
    public BeatIntervals Beats { get; } = new(counts);

    /// <summary>Devices, each once.</summary>
    public IReadOnlyList<Device> Devices => devices;

    /// <summary>Kind of file by its number in the profile's type file; null when not stated.</summary>
    public uint? FileType { get; private set; }

    /// <summary>The maker by name or number.</summary>
    public string? Maker { get; private set; }

    /// <summary>The product by name or number.</summary>
    public string? Product { get; private set; }

    /// <summary>The day before which the device cannot have recorded; null where nothing tells.</summary>
    public LocalDate? DeviceSince { get; private set; }

    /// <summary>When the file was made, by its own word. FIT's epoch. [s]</summary>
    public uint? Created { get; private set; }

    /// <summary>Name of the chosen sport profile; null where the file gives none.</summary>
    public string? SportName { get; private set; }

    /// <summary>Sport and sub-sport from the message sport (12), for files without a session that states them.</summary>
    public (uint? Sport, uint? SubSport) ChosenSport { get; private set; }

    /// <summary>Local time minus UTC: from the message activity, else from timestamp_correlation.</summary>
    public Offset? UtcOffset => activityOffset ?? correlatedOffset;

    /// <summary>Whether sessions, laps, timer events, devices or developers beyond the limits were left out.</summary>
    public bool IsOverLimit { get; private set; }

    /// <summary>Takes in the cursor's present messages.</summary>
    public void Take(in MessageCursor cursor)
    {
        switch (cursor.Definition.GlobalNumber)
        {
            case FitProfile.Record:
                Records.Append(cursor);
                break;
            case FitProfile.Session when HasRoom(sessions, MostSessions):
                sessions.Add(SessionMessage.From(cursor.Message));
                break;
            case FitProfile.Lap when HasRoom(laps, MostLaps):
                laps.Add(LapMessage.Read(cursor.Message));
                break;
            case FitProfile.Event when TimerEvent.From(cursor.Message) is { } timerEvent && HasRoom(timerEvents, MostTimerEvents):
                timerEvents.Add(timerEvent);
                break;
            case FitProfile.DeviceInfo:
                TakeDevice(cursor.Message);
                break;
            case FitProfile.Hrv:
                Beats.Take(cursor.Message, Records.Count);
                break;
            case FitProfile.FileId:
                TakeFileId(cursor.Message);
                break;
            case FitProfile.Sport:
                ChosenSport = (cursor.Message.Whole(0), cursor.Message.Whole(1));
                SportName = cursor.Message.Text(3);
                break;
            case FitProfile.Activity:
                activityOffset ??= FitTime.OffsetBetween(cursor.Message.Timestamp ?? LastEnd, cursor.Message.Whole(5));
                break;
            case FitProfile.TimestampCorrelation:
                correlatedOffset ??= FitTime.OffsetBetween(cursor.Message.Timestamp, cursor.Message.Whole(3));
                break;
            case FitProfile.DeveloperDataId when cursor.Message.Whole(3) is { } developer:
                IsOverLimit |= !DeveloperFields.TryBegin(developer);
                break;
            case FitProfile.FieldDescription when DeveloperField.From(cursor.Message) is { } field:
                DeveloperFields.Add(field);
                break;
            default:
                break;
        }
    }

    /// <summary>The end of the session read last: some activity messages give the local time of it alone.</summary>
    private uint? LastEnd => sessions.Count > 0 ? sessions[^1].End : null;

    private bool HasRoom<T>(List<T> list, int most)
    {
        IsOverLimit |= list.Count == most;
        return list.Count < most;
    }

    private void TakeFileId(FitMessage message)
    {
        FileType = message.Whole(0);
        Created = message.Whole(4);
        Maker = ManufacturerNames.Of(message.Whole(1));
        DeviceSince = DeviceYears.Of(Maker, message.Whole(1), message.Whole(2));
        Product = ProductNames.Of(message.Whole(1), message.Whole(2), message.Text(8));
    }

    // Watches repeat device_info at each start and stop: what was seen is known by its numbers, before any text is made.
    private void TakeDevice(FitMessage message)
    {
        var maker = message.Whole(2);
        var product = message.Whole(4);
        var type = message.Whole(1);
        var source = message.Whole(25);
        var key = (maker & 0xFFFF ?? 0xFFFF) | ((ulong)(product & 0xFFFF ?? 0xFFFF) << 16)
            | ((ulong)(type & 0xFF ?? 0xFF) << 32) | ((ulong)(source & 0xFF ?? 0xFF) << 40);
        if (devicesSeen.Count >= MostDevices)
        {
            IsOverLimit = true;
        }
        else if (!devicesSeen.Contains(key))
        {
            devicesSeen.Add(key);
            devices.Add(new(ManufacturerNames.Of(maker), ProductNames.Of(maker, product, message.Text(27)), DeviceKinds.Of(source, type)));
        }
    }
}
