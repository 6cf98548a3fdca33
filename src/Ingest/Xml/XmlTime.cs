using NodaTime;

namespace KneeLoad.Ingest.Xml;

/// <summary>A time of an XML file.</summary>
/// <param name="UnixSeconds">Since 1970-01-01T00:00:00Z. [s]</param>
/// <param name="OffsetMinutes">Local time minus UTC; 0 for "Z"; null where the file names no zone. [min]</param>
internal readonly record struct XmlTime(double UnixSeconds, int? OffsetMinutes)
{
    /// <summary>The instant, to the tick of 100 ns.</summary>
    public Instant ToInstant() => ToInstant(UnixSeconds);

    /// <summary>A time of a file as an instant. [s since 1970]</summary>
    public static Instant ToInstant(double unixSeconds) => Instant.FromUnixTimeTicks((long)Math.Round(unixSeconds * NodaConstants.TicksPerSecond));

    /// <summary>Local time minus UTC; null where the file says none. "Z" says UTC, not where the runner was.</summary>
    public Offset? ToOffset() => OffsetMinutes is { } minutes and not 0 ? Offset.FromSeconds(60 * minutes) : null;
}
