namespace KneeLoad.Ingest.Activities;

/// <summary>A column that a record can carry, by its name in the FIT profile (message 20, record).</summary>
/// <remarks>Values are in the profile's own unit after scale and offset, as stated at each member.</remarks>
public enum RecordField
{
    /// <summary>Latitude, WGS 84. [degrees]</summary>
    PositionLat,

    /// <summary>Longitude, WGS 84. [degrees]</summary>
    PositionLong,

    /// <summary>Distance since the start of the activity. [m]</summary>
    Distance,

    /// <summary>Speed, 16-bit field. [m/s]</summary>
    Speed,

    /// <summary>Speed, 32-bit field, or expanded from <see cref="Speed"/>. [m/s]</summary>
    EnhancedSpeed,

    /// <summary>Altitude above sea level, 16-bit field. [m]</summary>
    Altitude,

    /// <summary>Altitude above sea level, 32-bit field, or expanded from <see cref="Altitude"/>. [m]</summary>
    EnhancedAltitude,

    /// <summary>Cadence in the unit that <see cref="Activity.CadenceUnit"/> tells. [strides/min or steps/min]</summary>
    Cadence,

    /// <summary>The part of cadence after the point. [strides/min or steps/min]</summary>
    FractionalCadence,

    /// <summary>Heart rate. [beats/min]</summary>
    HeartRate,

    /// <summary>Power. [W]</summary>
    Power,

    /// <summary>Temperature. [degrees Celsius]</summary>
    Temperature,

    /// <summary>Ground contact time of a step. [ms]</summary>
    StanceTime,

    /// <summary>Share of the stride in contact. [%]</summary>
    StanceTimePercent,

    /// <summary>Left foot's share of the contact time. [%]</summary>
    StanceTimeBalance,

    /// <summary>Rise and fall of the trunk in a step. [mm]</summary>
    VerticalOscillation,

    /// <summary>Vertical oscillation over step length. [%]</summary>
    VerticalRatio,

    /// <summary>Length of one step. [mm]</summary>
    StepLength,
}
