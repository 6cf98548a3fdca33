using System.Globalization;
using System.Security;
using System.Text;
using NodaTime.Text;

namespace KneeLoad.Testing;

/// <summary>Makes GPX files, sound ones and odd ones.</summary>
/// <example><code>
/// var file = new GpxFileBuilder { Creator = "Garmin Connect" }
///     .Track("running")
///     .Point(new() { Latitude = 50, Longitude = 8, Time = start, HeartRate = 140 })
///     .Segment()                                   // a pause
///     .Point(new() { Latitude = 50.001, Longitude = 8, Time = start.Plus(Duration.FromMinutes(5)) })
///     .ToBytes();
/// </code></example>
public sealed class GpxFileBuilder
{
    private readonly StringBuilder body = new();
    private bool isInTrack;
    private bool isInSegment;

    /// <summary>1.1, or 1.0.</summary>
    public string Version { get; init; } = "1.1";

    /// <summary>The program that wrote the file; null writes none.</summary>
    public string? Creator { get; init; } = "KneeLoad";

    /// <summary>Prefix of Garmin's extensions.</summary>
    public string Prefix { get; init; } = "gpxtpx";

    /// <summary>Whether the prefix is declared, as it must be.</summary>
    public bool DeclaresPrefix { get; init; } = true;

    /// <summary>The text before the outermost element.</summary>
    public string Prolog { get; init; } = """<?xml version="1.0" encoding="UTF-8"?>""" + "\n";

    /// <summary>Begins a track and its first segment.</summary>
    /// <param name="type">Type of sport; null writes none.</param>
    /// <param name="name">Name of the track; null writes none.</param>
    public GpxFileBuilder Track(string? type = null, string? name = null)
    {
        EndTrack();
        body.Append("  <trk>\n");
        Element("name", name);
        Element("type", type);
        isInTrack = true;
        return Segment();
    }

    /// <summary>Begins a segment; between two of them the watch stood still.</summary>
    public GpxFileBuilder Segment()
    {
        EndSegment();
        body.Append("    <trkseg>\n");
        isInSegment = true;
        return this;
    }

    /// <summary>Adds a point.</summary>
    public GpxFileBuilder Point(GpxPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        body.Append("      <trkpt");
        Attribute("lat", point.Latitude);
        Attribute("lon", point.Longitude);
        body.Append('>');
        Element("ele", Number(point.Elevation));
        Element("time", point.Time is { } time ? InstantPattern.ExtendedIso.Format(time) : null);
        var extension = new StringBuilder();
        Extended(extension, "atemp", Number(point.Temperature));
        Extended(extension, "hr", Number(point.HeartRate));
        Extended(extension, "cad", Number(point.Cadence));
        Extended(extension, "speed", Number(point.Speed));
        var power = Number(point.Power) is { } watts ? $"<power>{watts}</power>" : string.Empty;
        if (extension.Length > 0 || power.Length > 0)
        {
            body.Append(
                CultureInfo.InvariantCulture, $"<extensions>{power}<{Prefix}:TrackPointExtension>{extension}</{Prefix}:TrackPointExtension></extensions>");
        }

        body.Append("</trkpt>\n");
        return this;
    }

    /// <summary>Adds points.</summary>
    public GpxFileBuilder Points(IEnumerable<GpxPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        foreach (var point in points)
        {
            Point(point);
        }

        return this;
    }

    /// <summary>Adds anything at all where the builder stands.</summary>
    public GpxFileBuilder Raw(string xml)
    {
        body.Append(xml);
        return this;
    }

    /// <summary>The file as text.</summary>
    public string ToText()
    {
        EndTrack();
        var number = Version.Replace('.', '/');
        var creator = Creator is null ? string.Empty : $" creator=\"{SecurityElement.Escape(Creator)}\"";
        var declaration = DeclaresPrefix ? $" xmlns:{Prefix}=\"http://www.garmin.com/xmlschemas/TrackPointExtension/v2\"" : string.Empty;
        return $"{Prolog}<gpx version=\"{Version}\"{creator} xmlns=\"http://www.topografix.com/GPX/{number}\"{declaration}>\n{body}</gpx>\n";
    }

    /// <summary>The file in UTF-8 without a byte order mark.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToText());

    /// <summary>The file in an encoding, its byte order mark first.</summary>
    public byte[] ToBytes(Encoding encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(ToText())];
    }

    private static string? Number(double? number) => number?.ToString("0.########", CultureInfo.InvariantCulture);

    private void Attribute(string name, double? value)
    {
        if (value is not null)
        {
            body.Append(CultureInfo.InvariantCulture, $" {name}=\"{Number(value)}\"");
        }
    }

    private void Element(string name, string? text)
    {
        if (text is not null)
        {
            body.Append(CultureInfo.InvariantCulture, $"<{name}>{SecurityElement.Escape(text)}</{name}>");
        }
    }

    private void Extended(StringBuilder extension, string name, string? text)
    {
        if (text is not null)
        {
            extension.Append(CultureInfo.InvariantCulture, $"<{Prefix}:{name}>{text}</{Prefix}:{name}>");
        }
    }

    private void EndSegment()
    {
        if (isInSegment)
        {
            body.Append("    </trkseg>\n");
            isInSegment = false;
        }
    }

    private void EndTrack()
    {
        EndSegment();
        if (isInTrack)
        {
            body.Append("  </trk>\n");
            isInTrack = false;
        }
    }
}
