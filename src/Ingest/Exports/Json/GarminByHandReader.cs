using System.Text.Json;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Ingest.Remarks;
using NodaTime;

namespace KneeLoad.Ingest.Exports.Json;

/// <summary>
/// Reads the runs that were entered by hand out of Garmin's account export: a list of all activities in JSON, of which those of a
/// device lie beside it as FIT files and are passed over here.
/// </summary>
internal static class GarminByHandReader
{
    // The list stands in an object in an array; an activity is an object in it.
    private const int ActivityDepth = 3;
    private const int HeadBytes = 4_096;
    private const int MostActivities = 20_000;

    private const double MillisecondsPerSecond = 1_000;
    private const double CentimetresPerMetre = 100;

    /// <summary>Whether a content is such a list.</summary>
    /// <param name="head">Its beginning, in lower case.</param>
    public static bool IsExport(ReadOnlySpan<byte> head) => head[..Math.Min(head.Length, HeadBytes)].IndexOf("\"summarizedactivitiesexport\""u8) >= 0;

    /// <summary>Reads the runs.</summary>
    public static ReadResult Read(ReadOnlySpan<byte> content)
    {
        var (runs, fault) = (new List<Activity>(), default(long?));
        try
        {
            var json = new Utf8JsonReader(content, new JsonReaderOptions { AllowTrailingCommas = true });
            while (runs.Count < MostActivities && json.Read())
            {
                if (json is { TokenType: JsonTokenType.StartObject, CurrentDepth: ActivityDepth } && ReadActivity(ref json) is { } run)
                {
                    runs.Add(run);
                }
            }
        }
        catch (JsonException)
        {
            fault = content.Length;
        }

        return (runs.Count, fault) switch
        {
            (0, null) => ReadResult.LeftAside(ReadFault.NoActivity, RemarkKind.ListHoldsNoRunByHand, ActivityFormat.GarminExport),
            (0, _) => ReadResult.LeftAside(ReadFault.UnknownFormat, RemarkKind.ListDamaged, ActivityFormat.GarminExport),
            (_, null) => ReadResult.Read(ActivityFormat.GarminExport, runs, []),
            (_, { } at) => ReadResult.Partial(ActivityFormat.GarminExport, runs, [], ReadFault.Truncated, RemarkKind.ListDamaged, byteOffset: at),
        };
    }

    /// <summary>One activity; null for one of a device, or that is no run.</summary>
    private static Activity? ReadActivity(ref Utf8JsonReader json)
    {
        var (sport, type, name, isByHand, hasDevice) = (default(string), default(string), default(string), default(bool?), false);
        var (utc, local, milliseconds, centimetres) = (default(double?), default(double?), default(double?), default(double?));
        while (json.Read() && json.TokenType is not JsonTokenType.EndObject)
        {
            var property = Text(ref json);
            json.Read();
            switch (property?.ToUpperInvariant())
            {
                case "SPORTTYPE":
                    sport = Text(ref json);
                    break;
                case "ACTIVITYTYPE":
                    type = Text(ref json);
                    break;
                case "NAME":
                    name = Text(ref json);
                    break;
                case "MANUALACTIVITY":
                    isByHand = json.TokenType is JsonTokenType.True;
                    break;
                case "DEVICEID" or "AVGHR" or "MAXHR" or "SPLITS":
                    hasDevice |= json.TokenType is not JsonTokenType.Null && Number(ref json) is not 0;
                    json.Skip();
                    break;
                case "STARTTIMEGMT" or "BEGINTIMESTAMP":
                    utc ??= Number(ref json);
                    break;
                case "STARTTIMELOCAL":
                    local = Number(ref json);
                    break;
                case "DURATION":
                    milliseconds = Number(ref json);
                    break;
                case "DISTANCE":
                    centimetres = Number(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return (isByHand ?? !hasDevice) && utc is > 0 and < 1e14 and var start
            ? ToActivity(type ?? sport, name, start, local, milliseconds, centimetres)
            : null;
    }

    private static Activity ToActivity(string? sport, string? name, double utc, double? local, double? milliseconds, double? centimetres) => new()
    {
        Format = ActivityFormat.GarminExport,
        SportText = sport,
        Name = name,
        Maker = "Garmin",
        Start = Instant.FromUnixTimeMilliseconds((long)utc),
        UtcOffset = local - utc is { } ahead && Math.Abs(ahead) <= 18 * 3_600 * MillisecondsPerSecond
            ? Offset.FromSeconds((int)(ahead / MillisecondsPerSecond))
            : null,
        TotalElapsed = Seconds(milliseconds),
        TotalTimer = Seconds(milliseconds),
        TotalDistance = centimetres is > 0 and < 1e9 and var length ? new Distance(length / CentimetresPerMetre) : null,
        Records = RecordStream.Empty,
    };

    private static Duration? Seconds(double? milliseconds) =>
        milliseconds is > 0 and < 1e11 and var known ? Duration.FromSeconds(known / MillisecondsPerSecond) : null;

    /// <summary>A text or the name of a property; null where it is something else, or holds what is no sign.</summary>
    private static string? Text(ref Utf8JsonReader json)
    {
        if (json.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            json.Skip();
            return null;
        }

        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a sign or bytes that are no UTF-8: well-formed as JSON, and no text.
            return null;
        }
    }

    private static double? Number(ref Utf8JsonReader json)
    {
        if (json.TokenType is JsonTokenType.Number && json.TryGetDouble(out var number))
        {
            return number;
        }

        json.Skip();
        return null;
    }
}
