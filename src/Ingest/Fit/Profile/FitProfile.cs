using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Fit.Profile;

/// <summary>The part of the FIT profile that we read: message numbers, and which record field goes into which column.</summary>
internal static class FitProfile
{
    /// <summary>file_id: who made the file, and of what kind it is.</summary>
    public const ushort FileId = 0;

    /// <summary>sport: the sport that was chosen, where no session states it.</summary>
    public const ushort Sport = 12;

    /// <summary>session: one activity's totals.</summary>
    public const ushort Session = 18;

    /// <summary>lap: a part of a session.</summary>
    public const ushort Lap = 19;

    /// <summary>record: one line of the recording.</summary>
    public const ushort Record = 20;

    /// <summary>event: among others, the timer's starts and stops.</summary>
    public const ushort Event = 21;

    /// <summary>device_info: a device that took part.</summary>
    public const ushort DeviceInfo = 23;

    /// <summary>activity: closes the file, and tells the local time.</summary>
    public const ushort Activity = 34;

    /// <summary>hrv: times between heartbeats.</summary>
    public const ushort Hrv = 78;

    /// <summary>timestamp_correlation: one moment on the device's clock, in UTC and in local time.</summary>
    public const ushort TimestampCorrelation = 162;

    /// <summary>field_description: what a developer's field means.</summary>
    public const ushort FieldDescription = 206;

    /// <summary>developer_data_id: a developer, whose fields are described next.</summary>
    public const ushort DeveloperDataId = 207;

    /// <summary>timestamp, the same number in every message. [s since FIT's epoch]</summary>
    public const byte Timestamp = 253;

    /// <summary>compressed_speed_distance of record: 12 bits of speed [1/100 m/s], 12 of distance [1/16 m], the latter rolling over.</summary>
    public const byte CompressedSpeedDistance = 8;

    private static readonly Scaling Speed = new(1000);
    private static readonly Scaling Altitude = new(5, Offset: 500);

    /// <summary>Whether we read a message, or pass it over.</summary>
    /// <param name="message">Number of the message.</param>
    public static bool Reads(ushort message) => message is
        FileId or Sport or Session or Lap or Record or Event or DeviceInfo or Activity or Hrv
        or TimestampCorrelation or FieldDescription or DeveloperDataId;

    /// <summary>The column of a record's field, or null when we keep none.</summary>
    /// <param name="number">Number of the field in message 20.</param>
    public static RecordField? ColumnOf(byte number) => number switch
    {
        0 => RecordField.PositionLat,
        1 => RecordField.PositionLong,
        2 => RecordField.Altitude,
        3 => RecordField.HeartRate,
        4 => RecordField.Cadence,
        5 => RecordField.Distance,
        6 => RecordField.Speed,
        7 => RecordField.Power,
        13 => RecordField.Temperature,
        39 => RecordField.VerticalOscillation,
        40 => RecordField.StanceTimePercent,
        41 => RecordField.StanceTime,
        53 => RecordField.FractionalCadence,
        73 => RecordField.EnhancedSpeed,
        78 => RecordField.EnhancedAltitude,
        83 => RecordField.VerticalRatio,
        84 => RecordField.StanceTimeBalance,
        85 => RecordField.StepLength,
        _ => null,
    };

    /// <summary>Scale and offset of a column, as the profile states them for message 20.</summary>
    public static Scaling ScalingOf(RecordField field) => field switch
    {
        RecordField.PositionLat or RecordField.PositionLong => Scaling.Semicircles,
        RecordField.Altitude or RecordField.EnhancedAltitude => Altitude,
        RecordField.Speed or RecordField.EnhancedSpeed => Speed,
        RecordField.Distance => new(100),
        RecordField.FractionalCadence => new(128),
        RecordField.StanceTime or RecordField.VerticalOscillation or RecordField.StepLength => new(10),
        RecordField.StanceTimePercent or RecordField.StanceTimeBalance or RecordField.VerticalRatio => new(100),
        _ => Scaling.None,
    };
}
