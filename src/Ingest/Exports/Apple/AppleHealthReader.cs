using System.Globalization;
using System.Xml;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Ingest.Remarks;
using NodaTime;

namespace KneeLoad.Ingest.Exports.Apple;

/// <summary>
/// Reads the workouts of a health export of Apple: runs that have no route of their own, as indoors, become activities of totals
/// alone; the others name the sport of their routes, which are GPX files beside it.
/// </summary>
internal static class AppleHealthReader
{
    /// <summary>Name of the outermost element.</summary>
    public const string RootName = "HealthData";

    // An export begins with its document type and its own element within a few kilobytes.
    private const int HeadBytes = 1 << 16;
    private const int MostWorkouts = 20_000;
    private const int LongestName = 200;
    private const double MetresPerMile = 1_609.344;

    // The document type is part of Apple's own format. It is passed over: nothing that it declares is read or resolved.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreWhitespace = true,
        IgnoreComments = true,
    };

    /// <summary>Whether a content is such an export.</summary>
    public static bool IsExport(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, HeadBytes)].IndexOf("<HealthData"u8) >= 0;

    /// <summary>Reads the runs that have no route.</summary>
    public static ReadResult Read(ReadOnlySpan<byte> content)
    {
        var (workouts, fault) = Workouts(content);
        var runs = workouts.Where(workout => workout is { Route: null, Activity.Sport: "running" }).Select(workout => workout.Activity).ToList();
        return (runs.Count, fault) switch
        {
            (0, null) => ReadResult.LeftAside(ReadFault.NoActivity, RemarkKind.ExportHoldsNoRunWithoutRoute, ActivityFormat.AppleHealth),
            (0, { } line) => ReadResult.Rejected(ReadFault.MalformedXml, RemarkKind.ExportDamaged, line: line, format: ActivityFormat.AppleHealth),
            (_, null) => ReadResult.Read(ActivityFormat.AppleHealth, runs, []),
            (_, { } line) => ReadResult.Partial(ActivityFormat.AppleHealth, runs, [], ReadFault.MalformedXml, RemarkKind.ExportDamaged, line: line),
        };
    }

    /// <summary>Adds the sport of each route that a workout names.</summary>
    /// <param name="content">The export.</param>
    /// <param name="sports">Sports by file name.</param>
    public static void AddRoutes(ReadOnlySpan<byte> content, Dictionary<string, string> sports)
    {
        foreach (var workout in Workouts(content).Workouts)
        {
            if (workout is { Route: { } route, Activity.SportText: { } sport })
            {
                sports[ExportFile.NameOf(route)] = sport;
            }
        }
    }

    private static (List<Workout> Workouts, int? DamagedLine) Workouts(ReadOnlySpan<byte> content)
    {
        var workouts = new List<Workout>();
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(content.ToArray()), Settings);
            while (workouts.Count < MostWorkouts && xml.ReadToFollowing("Workout"))
            {
                using var workout = xml.ReadSubtree();
                workout.Read();
                workouts.Add(ReadWorkout(workout));
            }

            return (workouts, null);
        }
        catch (XmlException exception)
        {
            return (workouts, exception.LineNumber);
        }
    }

    private static Workout ReadWorkout(XmlReader xml)
    {
        var (kind, maker) = (Short(xml.GetAttribute("workoutActivityType")), Short(xml.GetAttribute("sourceName")));
        var (start, offset) = Time(xml.GetAttribute("startDate"));
        var (end, _) = Time(xml.GetAttribute("endDate"));
        var timer = Seconds(xml.GetAttribute("duration"), xml.GetAttribute("durationUnit"));
        var metres = Metres(xml.GetAttribute("totalDistance"), xml.GetAttribute("totalDistanceUnit"));
        var (isIndoors, route) = (false, default(string));
        while (xml.Read())
        {
            switch (xml.NodeType == XmlNodeType.Element ? xml.LocalName : string.Empty)
            {
                case "MetadataEntry" when xml.GetAttribute("key") is "HKIndoorWorkout":
                    isIndoors = xml.GetAttribute("value") is "1";
                    break;
                case "FileReference":
                    route ??= xml.GetAttribute("path");
                    break;
                case "WorkoutStatistics" when xml.GetAttribute("type") is "HKQuantityTypeIdentifierDistanceWalkingRunning":
                    metres ??= Metres(xml.GetAttribute("sum"), xml.GetAttribute("unit"));
                    break;
            }
        }

        var isRun = kind is "HKWorkoutActivityTypeRunning";
        return new(route, new Activity
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
            Records = RecordStream.Empty,
        });
    }

    /// <summary>Times as 2026-10-05 08:00:00 +0200.</summary>
    private static (Instant? Time, Offset? Offset) Time(string? text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? (Instant.FromDateTimeOffset(time), Offset.FromTimeSpan(time.Offset))
            : (null, null);

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
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and < 1e9 ? value : null;

    private sealed record Workout(string? Route, Activity Activity);
}
