using System.Buffers;
using System.Text.Json;
using KneeLoad.Web.Data.Formats;

namespace KneeLoad.Web.Exports;

/// <summary>The file with the columns of one activity's charts and the ground that it went over.</summary>
internal static class ExportedTraces
{
    /// <summary>The folder of these files; each is named by the activity's key.</summary>
    public const string Folder = "traces";

    /// <summary>The members of the file, in their order.</summary>
    public static IReadOnlyList<string> Members { get; } =
        ["seconds", "distanceMetres", "speedMetresPerSecond", "altitudeMetres", "cadenceStepsPerMinute", "heartRateBeatsPerMinute", "places", "stretches"];

    /// <summary>Writes the file.</summary>
    public static void Write(IBufferWriter<byte> target, RunTraces traces, RunGround? ground)
    {
        using var json = new Utf8JsonWriter(target, new() { SkipValidation = true });
        json.WriteStartObject();
        foreach (var (name, column) in Members.Zip([
            traces.Seconds,
            traces.DistanceMetres,
            traces.SpeedMetresPerSecond,
            traces.AltitudeMetres,
            traces.CadenceStepsPerMinute,
            traces.HeartRateBeatsPerMinute,
        ]))
        {
            Write(json, name, column);
        }

        json.WriteStartArray("places");
        foreach (var place in ground?.Places ?? [])
        {
            json.WriteStartArray();
            json.WriteNumberValue(place.Record);
            json.WriteNumberValue(place.Place.LatitudeDegrees);
            json.WriteNumberValue(place.Place.LongitudeDegrees);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("stretches");
        foreach (var stretch in ground?.Stretches ?? [])
        {
            Write(json, stretch);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double[]? column)
    {
        json.WritePropertyName(name);
        if (column is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        foreach (var value in column)
        {
            if (double.IsFinite(value))
            {
                json.WriteNumberValue(value);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, GroundStretch stretch)
    {
        json.WriteStartObject();
        json.WriteNumber("fromRecord", stretch.FromRecord);
        json.WriteNumber("toRecord", stretch.ToRecord);
        json.WriteString("class", ExportText.Word(stretch.Surface.Class));
        json.WriteString("source", ExportText.Word(stretch.Surface.Source));
        json.WriteNumber("metres", stretch.Length.Metres);
        if (stretch.WayId is { } way)
        {
            json.WriteNumber("wayId", way);
            json.WriteString("wayName", stretch.WayName);
        }

        json.WriteEndObject();
    }
}
