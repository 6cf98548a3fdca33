namespace KneeLoad.Ingest.Activities;

/// <summary>Values that a record can hold. What cannot be is not measured, whatever file it stands in.</summary>
internal static class PossibleValues
{
    /// <summary>Whether a value can be true. Units as at <see cref="RecordField"/>.</summary>
    /// <remarks>255 for a heart rate or cadence is FIT's mark for "not measured", which converters write out; Apple writes a speed of -1 for it.</remarks>
    public static bool Holds(RecordField field, double value) => field switch
    {
        RecordField.PositionLat => value is >= -90 and <= 90,
        RecordField.PositionLong => value is >= -180 and <= 180,
        RecordField.Altitude => value is >= -1_000 and <= 10_000,
        RecordField.HeartRate or RecordField.Cadence => value is >= 0 and < 255,
        RecordField.Power => value is >= 0 and < 65_535,
        RecordField.Speed => value is >= 0 and <= 100,
        RecordField.Distance => value is >= 0 and <= 10_000_000,
        RecordField.Temperature => value is > -100 and < 100,
        _ => true,
    };
}
