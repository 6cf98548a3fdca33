using System.Text;
using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Xml;

/// <summary>The fields that the elements of a track point carry, whatever their namespace.</summary>
/// <remarks>
/// The names are those of Garmin's TrackPointExtension v1 and v2, PowerExtension v1 and ActivityExtension v2, of ClueTrust's gpxdata,
/// and the bare ones that Strava, Apple, Huami, OpenTracks and GPX 1.0 write.
/// </remarks>
internal static class PointFields
{
    /// <summary>The field that an element carries, or null.</summary>
    /// <param name="localName">Name without a prefix; case does not matter.</param>
    public static RecordField? Named(ReadOnlySpan<byte> localName) => localName.Length switch
    {
        2 when Is(localName, "hr"u8) => RecordField.HeartRate,
        3 when Is(localName, "cad"u8) => RecordField.Cadence,
        4 when Is(localName, "temp"u8) => RecordField.Temperature,
        5 when Is(localName, "speed"u8) => RecordField.Speed,
        5 when Is(localName, "atemp"u8) => RecordField.Temperature,
        5 when Is(localName, "power"u8) || Is(localName, "watts"u8) => RecordField.Power,
        7 when Is(localName, "cadence"u8) => RecordField.Cadence,
        8 when Is(localName, "distance"u8) => RecordField.Distance,
        9 when Is(localName, "heartrate"u8) => RecordField.HeartRate,
        10 when Is(localName, "runcadence"u8) => RecordField.Cadence,
        10 when Is(localName, "heart_rate"u8) => RecordField.HeartRate,
        11 when Is(localName, "temperature"u8) => RecordField.Temperature,
        12 when Is(localName, "powerinwatts"u8) => RecordField.Power,
        _ => null,
    };

    /// <summary>Whether a value can be true; what cannot is left out. Units as at <see cref="RecordField"/>.</summary>
    public static bool IsPossible(RecordField field, double value) => PossibleValues.Holds(field, value);

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> known) => Ascii.EqualsIgnoreCase(name, known);
}
