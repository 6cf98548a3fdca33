using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Gpx;

/// <summary>One pass over a GPX document: its tracks one after the other.</summary>
internal ref partial struct GpxDocument
{
    private readonly ReadWarnings warnings;
    private readonly List<Activity> activities = [];
    private XmlScanner xml;
    private string? creator;
    private XmlTime? metadataTime;
    private string? metadataSport;
    private string? metadataName;
    private int pointCount;
    private int routeCount;
    private int waypointCount;

    /// <summary>A pass that begins at the document's start.</summary>
    public GpxDocument(XmlScanner xml, ReadWarnings warnings)
    {
        this.xml = xml;
        this.xml.IsLenient = true;
        this.warnings = warnings;
    }

    /// <summary>The tracks read, in the file's order.</summary>
    public readonly IReadOnlyList<Activity> Activities => activities;

    /// <summary>The fault that ended the reading early, or null.</summary>
    public XmlFault? Fault { get; private set; }

    /// <summary>The remark on what the file holds in place of a track.</summary>
    public readonly Remark Emptiness => (routeCount, waypointCount) switch
    {
        (0, 0) => RemarkKind.NoTrack,
        (0, _) => RemarkKind.WaypointsAlone,
        _ => RemarkKind.RouteAlone,
    };

    /// <summary>Reads to the end, or to a fault.</summary>
    public void Read()
    {
        if (xml.Read() == XmlToken.Start)
        {
            ReadRoot();
        }

        Fault ??= xml.Fault;
        warnings.AddFrom(xml);
        if (activities.Exists(activity => activity.Records.Count > 0))
        {
            activities.RemoveAll(activity => activity.Records.Count == 0);
        }
        else if (activities.Count > 0)
        {
            warnings.Add(RemarkKind.TrackWithoutPoints);
        }
    }

    private void ReadRoot()
    {
        creator = XmlText.Short(xml.GetAttribute("creator"u8));
        var root = xml.Depth;
        while (Fault is null && xml.NextDescendant(root))
        {
            var name = xml.LocalName;
            if (name.SequenceEqual("trk"u8))
            {
                // Also inside of an element before it that is never closed.
                ReadTrack();
            }
            else if (xml.Depth > root + 1)
            {
                continue;
            }
            else if (name.SequenceEqual("metadata"u8))
            {
                ReadMetadata();
            }
            else if (name.SequenceEqual("time"u8))
            {
                ReadFileTime();
            }
            else if (name.SequenceEqual("extensions"u8))
            {
                ReadFileExtensions();
            }
            else if (name.SequenceEqual("rte"u8))
            {
                routeCount++;
            }
            else if (name.SequenceEqual("wpt"u8))
            {
                waypointCount++;
            }
        }

        if (Fault is null)
        {
            // What follows the outermost element must be well-formed too.
            xml.Read();
        }
    }

    private void ReadMetadata()
    {
        var metadata = xml.Depth;
        while (Fault is null && xml.NextDescendant(metadata))
        {
            if (xml.LocalName.SequenceEqual("trk"u8))
            {
                ReadTrack();
            }
            else if (xml.Depth > metadata + 1)
            {
                continue;
            }
            else if (xml.LocalName.SequenceEqual("time"u8))
            {
                ReadFileTime();
            }
            else if (xml.LocalName.SequenceEqual("name"u8))
            {
                var name = xml.ReadText();
                metadataName = XmlText.Short(name);
                metadataSport = WorkoutType(Encoding.UTF8.GetString(name)) ?? metadataSport;
            }
            else if (xml.LocalName.SequenceEqual("extensions"u8))
            {
                ReadFileExtensions();
            }
        }
    }

    /// <summary>FitoTrack writes its whole workout as one text, the sport by its own key, as the name of the file.</summary>
    private static string? WorkoutType(string name)
    {
        const string Key = "workoutTypeId=";
        var at = name.IndexOf(Key, StringComparison.Ordinal);
        return at < 0 ? null : XmlText.Short(Encoding.UTF8.GetBytes(name[(at + Key.Length)..].Split(',', ')')[0]));
    }

    private void ReadFileExtensions()
    {
        var extensions = xml.Depth;
        while (xml.NextDescendant(extensions))
        {
            if (NamesSport(xml.LocalName))
            {
                metadataSport ??= XmlText.Short(xml.ReadText());
            }
        }
    }

    /// <summary>Whether an extension names the sport: OsmAnd and Locus write activity, OpenTracks typeTranslated, others activityType or sport.</summary>
    private static bool NamesSport(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("activity"u8) || name.SequenceEqual("activityType"u8) || name.SequenceEqual("typeTranslated"u8) || name.SequenceEqual("sport"u8);

    private void ReadFileTime()
    {
        if (XmlTimes.TryRead(xml.ReadText(), out var time))
        {
            metadataTime ??= time;
        }
    }

    private void ReadTrack()
    {
        if (activities.Count == GpxReader.MaxTracks)
        {
            Fault = new XmlFault(ReadFault.TooLarge, new Remark(RemarkKind.TooManyTracks, GpxReader.MaxTracks), xml.Line);
            return;
        }

        var track = new GpxTrack(warnings);
        var depth = xml.Depth;
        while (Fault is null && xml.NextDescendant(depth))
        {
            var name = xml.LocalName;
            if (TryReadPoints(track) || xml.Depth > depth + 1)
            {
                continue;
            }

            if (name.SequenceEqual("type"u8))
            {
                track.Type = XmlText.Short(xml.ReadText());
            }
            else if (name.SequenceEqual("name"u8))
            {
                track.Name = XmlText.Short(xml.ReadText());
            }
            else if (name.SequenceEqual("extensions"u8))
            {
                ReadTrackExtensions(track);
            }
        }

        activities.Add(track.ToActivity(creator, metadataTime, metadataSport, metadataName));
    }

    /// <summary>The sport that an extension names, and Garmin's TrackStatsExtension v1: the only totals that a GPX can state by a published schema.</summary>
    private void ReadTrackExtensions(GpxTrack track)
    {
        var extensions = xml.Depth;
        while (Fault is null && xml.NextDescendant(extensions))
        {
            if (TryReadPoints(track))
            {
                continue;
            }

            if (NamesSport(xml.LocalName))
            {
                track.Type ??= XmlText.Short(xml.ReadText());
                continue;
            }

            if (!xml.LocalName.SequenceEqual("TrackStatsExtension"u8))
            {
                continue;
            }

            var statistics = xml.Depth;
            while (xml.NextChild(statistics))
            {
                var name = Encoding.UTF8.GetString(xml.LocalName);
                if (XmlNumbers.TryRead(xml.ReadText(), out var value) && value >= 0)
                {
                    track.Statistics[name] = value;
                }
            }
        }
    }
}
