using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Ingest.Xml;
using NodaTime;

namespace KneeLoad.Ingest.Tcx;

/// <summary>One lap while it is being read.</summary>
internal sealed class TcxLap(XmlTime? start)
{
    /// <summary>When it began; null where the file does not say.</summary>
    public XmlTime? Start => start;

    /// <summary>Time that the timer ran. [s]</summary>
    public double? TimerSeconds { get; private set; }

    /// <summary>Its length. [m]</summary>
    public double? DistanceMetres { get; private set; }

    /// <summary>Sets the timer time as the file writes it.</summary>
    public void SetTimer(ReadOnlySpan<byte> seconds)
    {
        if (XmlNumbers.TryRead(seconds, out var value) && value is >= 0 and <= RecordBuilder.MaxSeconds)
        {
            TimerSeconds = value;
        }
    }

    /// <summary>Sets the length as the file writes it.</summary>
    public void SetDistance(ReadOnlySpan<byte> metres)
    {
        if (XmlNumbers.TryRead(metres, out var value) && PointFields.IsPossible(RecordField.Distance, value))
        {
            DistanceMetres = value;
        }
    }

    /// <summary>The lap.</summary>
    public Lap ToLap() => new(
        start?.ToInstant(),
        TotalElapsed: null,
        TimerSeconds is { } seconds ? Duration.FromSeconds(seconds) : null,
        DistanceMetres is { } metres ? new Distance(metres) : null);
}
