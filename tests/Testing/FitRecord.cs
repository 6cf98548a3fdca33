using NodaTime;

namespace KneeLoad.Testing;

/// <summary>One line of a made recording. What is null is not written; the rest is rounded to what the FIT profile can hold.</summary>
public sealed record FitRecord
{
    /// <summary>When.</summary>
    public Instant? Time { get; init; }

    /// <summary>North is positive. [degrees]</summary>
    public double? LatitudeDegrees { get; init; }

    /// <summary>East is positive. [degrees]</summary>
    public double? LongitudeDegrees { get; init; }

    /// <summary>Above sea level. [m]</summary>
    public double? AltitudeMetres { get; init; }

    /// <summary>Above sea level, as the wider field. [m]</summary>
    public double? EnhancedAltitudeMetres { get; init; }

    /// <summary>Since the start. [m]</summary>
    public double? DistanceMetres { get; init; }

    /// <summary>Speed. [m/s]</summary>
    public double? SpeedMetresPerSecond { get; init; }

    /// <summary>Speed, as the wider field. [m/s]</summary>
    public double? EnhancedSpeedMetresPerSecond { get; init; }

    /// <summary>Cadence of one leg, fraction and all. [strides/min]</summary>
    public double? StridesPerMinute { get; init; }

    /// <summary>Heart rate. [beats/min]</summary>
    public double? HeartRate { get; init; }

    /// <summary>Power. [W]</summary>
    public double? PowerWatts { get; init; }

    /// <summary>Temperature. [degrees Celsius]</summary>
    public double? TemperatureCelsius { get; init; }

    /// <summary>Ground contact time. [ms]</summary>
    public double? StanceTimeMs { get; init; }

    /// <summary>Left foot's share of the contact time. [%]</summary>
    public double? StanceTimeBalancePercent { get; init; }

    /// <summary>Vertical oscillation. [mm]</summary>
    public double? VerticalOscillationMm { get; init; }

    /// <summary>Vertical oscillation over step length. [%]</summary>
    public double? VerticalRatioPercent { get; init; }

    /// <summary>Step length. [mm]</summary>
    public double? StepLengthMm { get; init; }

    /// <summary>Fields of developers.</summary>
    public IReadOnlyList<FitField> DeveloperFields { get; init; } = [];

    /// <summary>The fields of FIT message 20, scaled as its profile states.</summary>
    internal FitField[] ToFields()
    {
        const double Semicircles = 2147483648.0 / 180;
        var fields = new List<FitField>();
        Add(Time, time => FitField.UInt32(253, FitFileBuilder.Seconds(time)));
        Add(LatitudeDegrees, value => FitField.SInt32(0, (int)Math.Round(value * Semicircles)));
        Add(LongitudeDegrees, value => FitField.SInt32(1, (int)Math.Round(value * Semicircles)));
        Add(DistanceMetres, value => FitField.UInt32(5, (uint)Math.Round(value * 100)));
        Add(SpeedMetresPerSecond, value => FitField.UInt16(6, (ushort)Math.Round(value * 1000)));
        Add(EnhancedSpeedMetresPerSecond, value => FitField.UInt32(73, (uint)Math.Round(value * 1000)));
        Add(AltitudeMetres, value => FitField.UInt16(2, (ushort)Math.Round((value + 500) * 5)));
        Add(EnhancedAltitudeMetres, value => FitField.UInt32(78, (uint)Math.Round((value + 500) * 5)));
        Add(HeartRate, value => FitField.UInt8(3, (byte)Math.Round(value)));
        Add(StridesPerMinute, value => FitField.UInt8(4, (byte)Math.Floor(value)));
        Add(StridesPerMinute, value => FitField.UInt8(53, (byte)Math.Floor((value - Math.Floor(value)) * 128)));
        Add(PowerWatts, value => FitField.UInt16(7, (ushort)Math.Round(value)));
        Add(TemperatureCelsius, value => FitField.SInt8(13, (sbyte)Math.Round(value)));
        Add(StanceTimeMs, value => FitField.UInt16(41, (ushort)Math.Round(value * 10)));
        Add(StanceTimeBalancePercent, value => FitField.UInt16(84, (ushort)Math.Round(value * 100)));
        Add(VerticalOscillationMm, value => FitField.UInt16(39, (ushort)Math.Round(value * 10)));
        Add(VerticalRatioPercent, value => FitField.UInt16(83, (ushort)Math.Round(value * 100)));
        Add(StepLengthMm, value => FitField.UInt16(85, (ushort)Math.Round(value * 10)));
        fields.AddRange(DeveloperFields);
        return [.. fields];

        void Add<T>(T? value, Func<T, FitField> field)
            where T : struct
        {
            if (value is { } present)
            {
                fields.Add(field(present));
            }
        }
    }
}
