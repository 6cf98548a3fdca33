using System.Text;
using System.Text.Json;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Exports.Json;

/// <summary>Reads the JSON of account exports: tells the maker by its keys, and what is not well-formed by its place.</summary>
internal static class JsonExport
{
    // The keys that tell a maker stand at the beginning.
    private const int HeadBytes = 1 << 16;
    private const int MostActivities = 20_000;

    /// <summary>The layouts, each with the keys that tell it: all of them, in lower case and with their quotes.</summary>
    private static readonly (byte[][] Keys, ActivityFormat Format, Func<JsonElement, IEnumerable<Activity>> Read, bool IsWhole)[] Layouts =
    [
        (Keys("exercises", "starttime", "stoptime"), ActivityFormat.PolarJson, PolarReader.Session, false),
        (Keys("sport_type_id", "start_time"), ActivityFormat.RuntasticJson, RuntasticReader.Session, false),
        (Keys("features", "initial_values", "sport_type"), ActivityFormat.RuntasticJson, RuntasticReader.Session, false),
        (Keys("start_epoch_ms", "active_duration_ms"), ActivityFormat.NikeJson, NikeReader.Run, false),
        (Keys("logid", "activitytypeid"), ActivityFormat.FitbitJson, FitbitReader.Exercises, false),
        (Keys("sporttype", "attribute"), ActivityFormat.HuaweiJson, HuaweiReader.Tracks, false),
        (Keys("motionpathdata"), ActivityFormat.HuaweiJson, HuaweiReader.Tracks, false),
        (Keys("sporttype", "totaltime", "totaldistance", "starttime"), ActivityFormat.HuaweiJson, HuaweiReader.Tracks, false),

        // The number of the sport may stand behind a track of any length.
        ([.. Keys("attribute"), "\"hw_ext_track_"u8.ToArray()], ActivityFormat.HuaweiJson, HuaweiReader.Tracks, false),
        (Keys("samples", "suunto/sml"), ActivityFormat.SuuntoJson, SuuntoReader.Recording, false),
        (Keys("samples", "timeiso8601"), ActivityFormat.SuuntoJson, SuuntoReader.Recording, false),
        (Keys("devicelog", "header"), ActivityFormat.SuuntoJson, SuuntoReader.Recording, false),
        (Keys("sport", "start_time", "duration_s"), ActivityFormat.EndomondoJson, EndomondoReader.Workout, true),
    ];

    /// <summary>Reads a content as the JSON of an export.</summary>
    /// <returns>Null where it is none that is known.</returns>
    public static ReadResult? Read(ReadOnlySpan<byte> content)
    {
        var head = ExportFile.InUtf8(content[..Math.Min(content.Length, HeadBytes)]).AsSpan().TrimStart(" \t\r\n"u8);
        if (head is not [(byte)'{' or (byte)'[', ..])
        {
            return null;
        }

        LowerCase(head);
        if (GarminByHandReader.IsExport(head))
        {
            return GarminByHandReader.Read(LooseJson.Strict(content));
        }

        return LayoutOf(head) is { } layout ? Read(content, layout.Format, layout.Read, layout.IsWhole) : null;
    }

    /// <summary>Reads a list of any length.</summary>
    /// <param name="content">The list in UTF-8, read once from front to back.</param>
    /// <returns>Null where it is none that is known.</returns>
    public static ReadResult? Read(Stream content)
    {
        var (objects, read, place) = (new JsonObjects(content), new List<Activity>(), default(long?));
        var layout = default((ActivityFormat Format, Func<JsonElement, IEnumerable<Activity>> Read, bool IsWhole)?);
        try
        {
            var head = objects.Head();
            var lower = head[..Math.Min(head.Length, HeadBytes)].ToArray();
            LowerCase(lower);
            layout = LayoutOf(lower);
            while (layout is not null && read.Count < MostActivities)
            {
                var item = objects.Next();
                if (item.IsEmpty)
                {
                    place ??= objects.IsWhole ? null : objects.Offset;
                    break;
                }

                var begin = objects.Offset - item.Length;
                var damaged = JsonItems.Read(item, isWhole: false, one =>
                {
                    read.AddRange(layout.Value.Read(one));
                    return true;
                });
                place ??= begin + damaged;
            }
        }
        catch (InvalidDataException)
        {
            place ??= objects.Offset;
        }

        return layout is { } known ? Outcome(known.Format, read, place) : null;
    }

    /// <summary>Reads a file that holds one activity, or a list of activities one after the other.</summary>
    /// <param name="content">The file.</param>
    /// <param name="format">Its format.</param>
    /// <param name="activities">Reads one item of the list, or the whole.</param>
    /// <param name="isWhole">Whether a list is one activity.</param>
    private static ReadResult Read(
        ReadOnlySpan<byte> content, ActivityFormat format, Func<JsonElement, IEnumerable<Activity>> activities, bool isWhole)
    {
        var read = new List<Activity>();
        var place = JsonItems.Read(content, isWhole, item =>
        {
            read.AddRange(activities(item));
            return read.Count < MostActivities;
        });
        return Outcome(format, read, place);
    }

    private static ReadResult Outcome(ActivityFormat format, List<Activity> read, long? place) => place is null
        ? ReadResult.Read(format, read, [])
        : read.Count > 0
            ? ReadResult.Partial(format, read, [], ReadFault.MalformedJson, RemarkKind.ExportDamaged, place)
            : ReadResult.Rejected(ReadFault.MalformedJson, RemarkKind.ExportDamaged, place, format: format);

    private static (ActivityFormat Format, Func<JsonElement, IEnumerable<Activity>> Read, bool IsWhole)? LayoutOf(ReadOnlySpan<byte> head)
    {
        foreach (var (keys, format, read, isWhole) in Layouts)
        {
            if (HasAll(head, keys))
            {
                return (format, read, isWhole);
            }
        }

        return null;
    }

    private static byte[][] Keys(params string[] names) => Array.ConvertAll(names, name => Encoding.UTF8.GetBytes($"\"{name}\""));

    private static bool HasAll(ReadOnlySpan<byte> head, byte[][] keys)
    {
        foreach (var key in keys)
        {
            if (head.IndexOf(key) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void LowerCase(Span<byte> letters)
    {
        foreach (ref var letter in letters)
        {
            letter |= letter is >= (byte)'A' and <= (byte)'Z' ? (byte)0x20 : (byte)0;
        }
    }
}
