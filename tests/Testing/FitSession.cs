using NodaTime;

namespace KneeLoad.Testing;

/// <summary>Totals of a made session or lap. What is null is not written.</summary>
public sealed record FitSession
{
    /// <summary>When it began.</summary>
    public required Instant Start { get; init; }

    /// <summary>From start to end, pauses included.</summary>
    public required Duration Elapsed { get; init; }

    /// <summary>Time that the timer ran; the elapsed time unless given.</summary>
    public Duration? Timer { get; init; }

    /// <summary>Length. [m]</summary>
    public double? DistanceMetres { get; init; }

    /// <summary>Climb. [m]</summary>
    public int? AscentMetres { get; init; }

    /// <summary>Descent. [m]</summary>
    public int? DescentMetres { get; init; }

    /// <summary>Number in the profile's type sport; 1 is running, 2 cycling, 5 swimming, 11 walking.</summary>
    public byte? Sport { get; init; } = 1;

    /// <summary>Number in the profile's type sub_sport; 1 is treadmill, 3 trail, 4 track.</summary>
    public byte? SubSport { get; init; }

    /// <summary>The fields of FIT message 18 (session) or 19 (lap).</summary>
    internal FitField[] ToFields(bool isLap)
    {
        var fields = new List<FitField>
        {
            FitField.UInt32(253, FitFileBuilder.Seconds(Start + Elapsed)),
            FitField.UInt32(2, FitFileBuilder.Seconds(Start)),
            FitField.UInt32(7, (uint)Math.Round(Elapsed.TotalMilliseconds)),
            FitField.UInt32(8, (uint)Math.Round((Timer ?? Elapsed).TotalMilliseconds)),
        };
        if (DistanceMetres is { } metres)
        {
            fields.Add(FitField.UInt32(9, (uint)Math.Round(metres * 100)));
        }

        if (AscentMetres is { } ascent)
        {
            fields.Add(FitField.UInt16((byte)(isLap ? 21 : 22), (ushort)ascent));
        }

        if (DescentMetres is { } descent)
        {
            fields.Add(FitField.UInt16((byte)(isLap ? 22 : 23), (ushort)descent));
        }

        if (!isLap && Sport is { } sport)
        {
            fields.Add(FitField.Enumeration(5, sport));
        }

        if (!isLap && SubSport is { } subSport)
        {
            fields.Add(FitField.Enumeration(6, subSport));
        }

        return [.. fields];
    }
}
