using System.Globalization;
using System.Text;
using System.Xml;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Ingest.Exports.Apple;

/// <summary>One workout of a health export, and what was measured while it lasted.</summary>
internal sealed class AppleWorkout
{
    private const int LongestName = 200;
    private const double MetresPerMile = 1_609.344;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreWhitespace = true,
        IgnoreComments = true,
        ConformanceLevel = ConformanceLevel.Fragment,
    };

    private readonly AppleMeasured measured;

    private AppleWorkout(Activity activity, string? route)
    {
        (Activity, Route, measured) = (activity, route, new AppleMeasured(activity.Maker));
        Start = activity.Start?.ToUnixTimeSeconds();
        End = Start + (long?)(activity.TotalElapsed ?? activity.TotalTimer)?.TotalSeconds;
    }

    /// <summary>The workout as it states itself, without records.</summary>
    public Activity Activity { get; }

    /// <summary>Path of the file that holds its way; null where it names none.</summary>
    public string? Route { get; }

    /// <summary>When it began; null where that is unknown. [s since 1970]</summary>
    public long? Start { get; }

    /// <summary>When it ended; null where that is unknown. [s since 1970]</summary>
    public long? End { get; }

    /// <summary>Whether it is a run.</summary>
    public bool IsRun => Activity.Sport is "running";

    /// <summary>Reads the element.</summary>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static AppleWorkout Read(ReadOnlySpan<byte> element)
    {
        using var xml = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(element)), Settings);
        xml.Read();
        return Read(xml);
    }

    /// <summary>Takes what was measured while it lasted.</summary>
    public void Add(AppleRecord record, string source) => measured.Add(record, source);

    /// <summary>The workout with what was measured as records.</summary>
    public Activity ToActivity() => measured.ToRecords() is var records && records[RecordField.Cadence] is not null
        ? Activity with { CadenceUnit = CadenceUnit.StepsPerMinute, Records = records }
        : Activity with { Records = records };

    /// <summary>Whether a span lies for its greater part within the workout, which names no file of its own. [s since 1970]</summary>
    public bool IsAround(double from, double to) =>
        Route is null && Start is { } start && End is { } end && Math.Min(to, end) - Math.Max(from, start) > (to - from) / 2;

    /// <summary>A recording of the workout with what the workout knows besides: its sport, its totals, what other sensors measured.</summary>
    public Activity Joined(Activity recording)
    {
        var listed = recording with { ListedSport = Activity.SportText ?? recording.ListedSport };
        if (!IsRun)
        {
            return listed;
        }

        var records = measured.AddedTo(recording.Records);
        return listed with
        {
            UtcOffset = recording.UtcOffset ?? Activity.UtcOffset,
            TotalElapsed = recording.TotalElapsed ?? Activity.TotalElapsed,
            TotalTimer = recording.TotalTimer ?? Activity.TotalTimer,
            TotalDistance = recording.TotalDistance ?? Activity.TotalDistance,
            Pauses = recording.Pauses.Count > 0 ? recording.Pauses : Activity.Pauses,
            CadenceUnit = recording.Records[RecordField.Cadence] is null && records[RecordField.Cadence] is not null
                ? CadenceUnit.StepsPerMinute
                : recording.CadenceUnit,
            Records = records,
        };
    }

    private static AppleWorkout Read(XmlReader xml)
    {
        var (kind, maker) = (Short(xml.GetAttribute("workoutActivityType")), Short(xml.GetAttribute("sourceName")));
        var (start, offset) = Time(xml.GetAttribute("startDate"));
        var (end, _) = Time(xml.GetAttribute("endDate"));
        var timer = Seconds(xml.GetAttribute("duration"), xml.GetAttribute("durationUnit"));
        var metres = Metres(xml.GetAttribute("totalDistance"), xml.GetAttribute("totalDistanceUnit"));
        var (isIndoors, route, pauses, paused) = (false, default(string), new List<Pause>(), default(Instant?));
        while (xml.Read())
        {
            // Each interval of a workout has statistics, events and entries of its own: they are parts of those of the whole.
            var isOfInterval = xml.Depth > 1;
            switch (xml.NodeType == XmlNodeType.Element ? xml.LocalName : string.Empty)
            {
                case "FileReference":
                    route ??= xml.GetAttribute("path");
                    break;
                case var _ when isOfInterval:
                    break;
                case "MetadataEntry" when xml.GetAttribute("key") is "HKIndoorWorkout":
                    isIndoors = xml.GetAttribute("value") is "1";
                    break;
                case "MetadataEntry" when xml.GetAttribute("key") is "HKTimeZone":
                    offset = OffsetIn(xml.GetAttribute("value"), start) ?? offset;
                    break;
                case "WorkoutStatistics" when xml.GetAttribute("type") is "HKQuantityTypeIdentifierDistanceWalkingRunning":
                    metres ??= Metres(xml.GetAttribute("sum"), xml.GetAttribute("unit"));
                    break;
                case "WorkoutEvent" when xml.GetAttribute("type") is "HKWorkoutEventTypePause":
                    paused ??= Time(xml.GetAttribute("date")).Time;
                    break;
                case "WorkoutEvent" when xml.GetAttribute("type") is "HKWorkoutEventTypeResume":
                    if (paused is { } from && Time(xml.GetAttribute("date")).Time is { } to && to > from && (pauses.Count == 0 || from >= pauses[^1].End))
                    {
                        pauses.Add(new(from, to));
                    }

                    paused = null;
                    break;
            }
        }

        var isRun = kind is "HKWorkoutActivityTypeRunning";
        return new(
            new Activity
            {
                Format = ActivityFormat.AppleHealth,
                Sport = isRun ? "running" : null,
                SubSport = isRun && isIndoors ? "treadmill" : null,
                SportText = kind,
                Maker = maker,
                Start = start,
                UtcOffset = offset,
                TotalElapsed = end >= start ? end - start : null,
                TotalTimer = timer,
                TotalDistance = metres is { } length ? new Distance(length) : null,
                Pauses = pauses,
                Records = RecordStream.Empty,
            },
            route);
    }

    /// <summary>Times as 2026-10-05 08:00:00 +0200, in whatever zone the phone was when it wrote the export; without a zone they say nothing.</summary>
    private static (Instant? Time, Offset? Offset) Time(string? text) =>
        ExportTimes.Of(text) is { IsLocal: false, Instant: var time } ? (time, JsonValues.ToOffset(text!.Trim().Split(' ')[^1])) : (null, null);

    /// <summary>Local time minus UTC where the workout was done, by the name of the zone; null where nobody knows it.</summary>
    private static Offset? OffsetIn(string? zone, Instant? moment) =>
        moment is { } known && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone ?? string.Empty)?.GetUtcOffset(known) is { } offset ? offset : null;

    private static Duration? Seconds(string? text, string? unit) => Number(text) is { } value && value * 60 < TimeSpan.MaxValue.TotalSeconds / 60
        ? Duration.FromSeconds(unit is "s" or "sec" ? value : unit is "hr" or "h" ? value * 3_600 : value * 60)
        : null;

    private static double? Metres(string? text, string? unit) => (Number(text), unit) switch
    {
        ({ } value, "km") => value * 1_000,
        ({ } value, "mi") => value * MetresPerMile,
        ({ } value, "m") => value,
        _ => null,
    };

    /// <summary>A name, as far as a row has room for it.</summary>
    private static string? Short(string? name) => name is null ? null : WrittenName.Beginning(name, LongestName);

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is > 0 and < 1e9 ? value : null;
}
