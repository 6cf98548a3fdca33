namespace KneeLoad.Ingest.Activities;

/// <summary>A column that a record can carry, by its name in the FIT profile (message 20, record).</summary>
/// <remarks>
/// Values are in the profile's own unit after scale and offset, as stated at each member with the field's number there.
/// GPX and TCX carry some of them as elements: those of the point itself, of Garmin's TrackPointExtension v1 and v2,
/// PowerExtension v1 and ActivityExtension v2, of ClueTrust's gpxdata, and bare ones of the same meaning.
/// </remarks>
public enum RecordField
{
    /// <summary>Latitude, WGS 84: position_lat (0), <c>lat</c>, <c>LatitudeDegrees</c>. From -90 to 90. [degrees]</summary>
    PositionLat,

    /// <summary>Longitude, WGS 84: position_long (1), <c>lon</c>, <c>LongitudeDegrees</c>. From -180 to 180. [degrees]</summary>
    PositionLong,

    /// <summary>
    /// Distance since the start of the recording: distance (5) or accumulated from compressed_speed_distance (8), <c>distance</c>,
    /// <c>DistanceMeters</c>. [m]
    /// </summary>
    Distance,

    /// <summary>Speed: speed (6) or from compressed_speed_distance (8), <c>speed</c>. [m/s]</summary>
    Speed,

    /// <summary>Speed: enhanced_speed (73), or expanded from <see cref="Speed"/>. [m/s]</summary>
    EnhancedSpeed,

    /// <summary>Altitude above sea level: altitude (2), <c>ele</c>, <c>AltitudeMeters</c>. [m]</summary>
    Altitude,

    /// <summary>Altitude above sea level: enhanced_altitude (78), or expanded from <see cref="Altitude"/>. [m]</summary>
    EnhancedAltitude,

    /// <summary>
    /// Cadence in the unit that <see cref="Activity.CadenceUnit"/> tells: cadence (4), <c>cad</c>, <c>Cadence</c>, <c>RunCadence</c>. [strides/min or
    /// steps/min]
    /// </summary>
    Cadence,

    /// <summary>The part of cadence after the point, to be added to it: fractional_cadence (53). [strides/min or steps/min]</summary>
    FractionalCadence,

    /// <summary>Heart rate: heart_rate (3), <c>hr</c>, <c>heartrate</c>, <c>HeartRateBpm</c>. [beats/min]</summary>
    HeartRate,

    /// <summary>Power: power (7), <c>power</c>, <c>PowerInWatts</c>, <c>Watts</c>. [W]</summary>
    Power,

    /// <summary>Temperature at the device: temperature (13), <c>atemp</c>, <c>temp</c>. [degrees Celsius]</summary>
    Temperature,

    /// <summary>Ground contact time of a step: stance_time (41). Some watches write 0 while they know nothing. [ms]</summary>
    StanceTime,

    /// <summary>Share of the stride in contact: stance_time_percent (40). [%]</summary>
    StanceTimePercent,

    /// <summary>Left foot's share of the contact time: stance_time_balance (84). [%]</summary>
    StanceTimeBalance,

    /// <summary>Rise and fall of the trunk in a step: vertical_oscillation (39). [mm]</summary>
    VerticalOscillation,

    /// <summary>Vertical oscillation over step length: vertical_ratio (83). [%]</summary>
    VerticalRatio,

    /// <summary>Length of one step: step_length (85). [mm]</summary>
    StepLength,
}

/// <summary>The unit that the cadence column of a file counts. Decided once per file, and noted as a warning where it is a guess.</summary>
public enum CadenceUnit
{
    /// <summary>The file has no cadence.</summary>
    None,

    /// <summary>Strides of one leg, as the FIT profile has it for every record. [strides/min]</summary>
    StridesPerMinute,

    /// <summary>Steps of both legs, as some exporters write them. [steps/min]</summary>
    StepsPerMinute,
}
