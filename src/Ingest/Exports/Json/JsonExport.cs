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

    /// <summary>Reads a content as the JSON of an export.</summary>
    /// <returns>Null where it is none that is known.</returns>
    public static ReadResult? Read(ReadOnlySpan<byte> content)
    {
        var head = content[..Math.Min(content.Length, HeadBytes)];
        return head.TrimStart("\uFEFF \t\r\n"u8) switch
        {
            [not ((byte)'{' or (byte)'['), ..] or [] => null,
            _ when GarminByHandReader.IsExport(content) => GarminByHandReader.Read(content),
            _ when PolarReader.IsSession(head) => ReadOne(content, ActivityFormat.PolarJson, PolarReader.Session),
            _ when RuntasticReader.IsSession(head) => ReadOne(content, ActivityFormat.RuntasticJson, RuntasticReader.Session),
            _ when NikeReader.IsActivity(head) => ReadOne(content, ActivityFormat.NikeJson, NikeReader.Run),
            _ when FitbitReader.IsList(head) => ReadList(content, ActivityFormat.FitbitJson, FitbitReader.Exercise),
            _ => null,
        };
    }

    /// <summary>Reads a file that holds one session.</summary>
    private static ReadResult ReadOne(ReadOnlySpan<byte> content, ActivityFormat format, Func<JsonElement, IEnumerable<Activity>> activities)
    {
        byte[] strict = LooseJson.Strict(content);
        var json = new Utf8JsonReader(strict, new JsonReaderOptions { AllowTrailingCommas = true });
        try
        {
            using var document = JsonDocument.ParseValue(ref json);
            return ReadResult.Read(format, [.. activities(document.RootElement)], []);
        }
        catch (Exception exception) when (IsMalformed(exception))
        {
            return ReadResult.Rejected(ReadFault.MalformedJson, RemarkKind.ExportDamaged, PlaceOf(exception, strict), format: format);
        }
    }

    /// <summary>Reads a file that is a list of activities, one after the other.</summary>
    private static ReadResult ReadList(ReadOnlySpan<byte> content, ActivityFormat format, Func<JsonElement, Activity> activity)
    {
        byte[] strict = LooseJson.Strict(content);
        var json = new Utf8JsonReader(strict, new JsonReaderOptions { AllowTrailingCommas = true });
        var read = new List<Activity>();
        try
        {
            while (read.Count < MostActivities && json.Read())
            {
                if (json is { TokenType: JsonTokenType.StartObject, CurrentDepth: 1 })
                {
                    using var item = JsonDocument.ParseValue(ref json);
                    read.Add(activity(item.RootElement));
                }
            }

            return ReadResult.Read(format, read, []);
        }
        catch (Exception exception) when (IsMalformed(exception))
        {
            var place = PlaceOf(exception, strict);
            return read.Count > 0
                ? ReadResult.Partial(format, read, [], ReadFault.MalformedJson, RemarkKind.ExportDamaged, place)
                : ReadResult.Rejected(ReadFault.MalformedJson, RemarkKind.ExportDamaged, place, format: format);
        }
    }

    // A key that holds half a sign is told by another exception.
    private static bool IsMalformed(Exception exception) => exception is JsonException or InvalidOperationException;

    /// <summary>The byte at which a document ceases to be well-formed.</summary>
    private static long PlaceOf(Exception exception, ReadOnlySpan<byte> content)
    {
        var (line, place) = (0, exception as JsonException);
        for (var left = place?.LineNumber ?? 0; left > 0 && content[line..].IndexOf((byte)'\n') is >= 0 and var end; left--)
        {
            line += end + 1;
        }

        return Math.Min(content.Length, line + (place?.BytePositionInLine ?? 0));
    }
}
