using System.Globalization;
using System.Security;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Testing;

/// <summary>Makes TCX files.</summary>
/// <example><code>
/// var file = new TcxFileBuilder()
///     .Activity("Running", start)
///     .Lap(start, seconds: 300, metres: 1000)
///     .Point(new() { Time = start, HeartRate = 140, RunCadence = 84 })
///     .ToBytes();
/// </code></example>
public sealed class TcxFileBuilder
{
    private readonly StringBuilder body = new();
    private readonly Stack<string> open = new();

    /// <summary>The device that the file names; null writes none.</summary>
    public string? Creator { get; init; } = "KneeLoad";

    /// <summary>The text before the outermost element.</summary>
    public string Prolog { get; init; } = """<?xml version="1.0" encoding="UTF-8"?>""" + "\n";

    /// <summary>Begins an activity.</summary>
    /// <param name="sport">Running, Biking or Other.</param>
    /// <param name="start">Its start, which is its name.</param>
    public TcxFileBuilder Activity(string sport, Instant start)
    {
        EndTo("Activities");
        Begin("Activity", $" Sport=\"{SecurityElement.Escape(sport)}\"");
        Element("Id", InstantPattern.ExtendedIso.Format(start));
        return this;
    }

    /// <summary>Begins a course, a route that is planned, and its track.</summary>
    /// <param name="name">Its name.</param>
    public TcxFileBuilder Course(string name)
    {
        EndTo("Courses");
        Begin("Course");
        Element("Name", name);
        Begin("Track");
        return this;
    }

    /// <summary>Begins a lap and its first track.</summary>
    /// <param name="start">When it began.</param>
    /// <param name="seconds">Time that the timer ran; null writes none. [s]</param>
    /// <param name="metres">Its length; null writes none. [m]</param>
    public TcxFileBuilder Lap(Instant start, double? seconds = null, double? metres = null)
    {
        EndTo("Activity");
        Begin("Lap", $" StartTime=\"{InstantPattern.ExtendedIso.Format(start)}\"");
        Element("TotalTimeSeconds", Number(seconds));
        Element("DistanceMeters", Number(metres));
        return Track();
    }

    /// <summary>Begins a further track; between two of a lap the watch stood still.</summary>
    public TcxFileBuilder Track()
    {
        EndTo("Lap");
        Begin("Track");
        return this;
    }

    /// <summary>Adds a point.</summary>
    public TcxFileBuilder Point(TcxPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        body.Append("<Trackpoint>");
        Element("Time", point.Time is { } time ? InstantPattern.ExtendedIso.Format(time) : null);
        if (point.Latitude is not null || point.Longitude is not null)
        {
            body.Append("<Position>");
            Element("LatitudeDegrees", Number(point.Latitude));
            Element("LongitudeDegrees", Number(point.Longitude));
            body.Append("</Position>");
        }

        Element("AltitudeMeters", Number(point.Altitude));
        Element("DistanceMeters", Number(point.Distance));
        if (point.HeartRate is { } heartRate)
        {
            body.Append(CultureInfo.InvariantCulture, $"<HeartRateBpm><Value>{heartRate}</Value></HeartRateBpm>");
        }

        Element("Cadence", Number(point.Cadence));
        if (point.Speed is not null || point.RunCadence is not null || point.Watts is not null)
        {
            body.Append("<Extensions><ns3:TPX>");
            Element("ns3:Speed", Number(point.Speed));
            Element("ns3:RunCadence", Number(point.RunCadence));
            Element("ns3:Watts", Number(point.Watts));
            body.Append("</ns3:TPX></Extensions>");
        }

        body.Append("</Trackpoint>\n");
        return this;
    }

    /// <summary>Adds anything at all where the builder stands.</summary>
    public TcxFileBuilder Raw(string xml)
    {
        body.Append(xml);
        return this;
    }

    /// <summary>The file as text.</summary>
    public string ToText()
    {
        EndTo(null);
        const string Namespaces =
            "xmlns=\"http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2\" xmlns:ns3=\"http://www.garmin.com/xmlschemas/ActivityExtension/v2\"";
        return $"{Prolog}<TrainingCenterDatabase {Namespaces}>\n{body}</TrainingCenterDatabase>\n";
    }

    /// <summary>The file in UTF-8 without a byte order mark.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToText());

    private static string? Number(double? number) => number?.ToString("0.########", CultureInfo.InvariantCulture);

    private void Begin(string name, string attributes = "")
    {
        body.Append(CultureInfo.InvariantCulture, $"<{name}{attributes}>\n");
        open.Push(name);
    }

    /// <summary>Ends elements until the named one is the innermost; begins it where it is not open.</summary>
    private void EndTo(string? name)
    {
        while (open.TryPeek(out var innermost) && innermost != name)
        {
            open.Pop();
            if (innermost == "Activity" && Creator is not null)
            {
                body.Append(CultureInfo.InvariantCulture, $"<Creator><Name>{SecurityElement.Escape(Creator)}</Name><ProductID>0</ProductID></Creator>");
            }

            body.Append(CultureInfo.InvariantCulture, $"</{innermost}>\n");
        }

        if (name is not null && open.Count == 0)
        {
            Begin(name);
        }
    }

    private void Element(string name, string? text)
    {
        if (text is not null)
        {
            body.Append(CultureInfo.InvariantCulture, $"<{name}>{SecurityElement.Escape(text)}</{name}>");
        }
    }
}
