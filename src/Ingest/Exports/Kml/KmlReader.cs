using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Exports.Kml;

/// <summary>
/// Reads the tracks of KML: times and places in two rows of equal length (gx:Track of Google's extension, Track of KML 2.3), with what
/// else was measured as rows of values. The tracks of one gx:MultiTrack are one activity with pauses. A line without times is a plan.
/// </summary>
internal static class KmlReader
{
    /// <summary>Name of the outermost element, without prefix.</summary>
    public const string RootName = "kml";

    private const int MostTracks = 1_000;
    private const int MostPoints = 1_000_000;

    /// <summary>Reads a whole file.</summary>
    public static ReadResult Read(ReadOnlySpan<byte> content)
    {
        var warnings = new ReadWarnings();
        var utf8 = XmlContent.InUtf8(content, warnings, out var fault);
        if (fault is { } undecoded)
        {
            return ReadResult.Rejected(undecoded.Kind, undecoded.Reason, line: undecoded.Line, format: ActivityFormat.Kml);
        }

        var xml = new XmlScanner(utf8) { IsLenient = true };
        var (tracks, hasLine) = (new List<Activity>(), false);
        if (xml.Read() == XmlToken.Start)
        {
            ReadFeatures(ref xml, tracks, ref hasLine);
        }

        // Places on a map and pictures over it are no more a recording than a picture is.
        warnings.AddFrom(xml);
        return tracks.Count > 0 || hasLine || xml.Fault is not null
            ? XmlOutcome.Of(ActivityFormat.Kml, tracks, xml.Fault, RemarkKind.RouteAlone, warnings)
            : ReadResult.Rejected(ReadFault.UnknownFormat, RemarkKind.FormatUnknown, byteOffset: 0);
    }

    private static void ReadFeatures(ref XmlScanner xml, List<Activity> tracks, ref bool hasLine)
    {
        var (root, name, named, sport, isSport) = (xml.Depth, default(string), 0, default(string), false);
        while (xml.NextDescendant(root))
        {
            var element = xml.LocalName;
            if (element.SequenceEqual("name"u8))
            {
                // The name of what stands around the track, the innermost last.
                named = xml.Depth;
                name = XmlText.Short(xml.ReadText());
            }
            else if (element.SequenceEqual("Placemark"u8))
            {
                (name, sport) = (xml.Depth < named ? null : name, null);
            }
            else if (element.SequenceEqual("Data"u8))
            {
                isSport = xml.GetAttribute("name"u8) is var data && (data.SequenceEqual("type"u8) || data.SequenceEqual("activityType"u8));
            }
            else if (element.SequenceEqual("value"u8) && isSport)
            {
                (sport, isSport) = (XmlText.Short(xml.ReadText()), false);
            }
            else if (element.SequenceEqual("LineString"u8) || element.SequenceEqual("LinearRing"u8))
            {
                hasLine = true;
            }
            else if ((element.SequenceEqual("Track"u8) || element.SequenceEqual("MultiTrack"u8)) && tracks.Count < MostTracks)
            {
                var track = new KmlTrack();
                var depth = xml.Depth;
                ReadTrack(ref xml, track, element.SequenceEqual("Track"u8), depth);
                if (track.ToActivity(name, sport) is { } activity)
                {
                    tracks.Add(activity);
                }
            }
        }
    }

    private static void ReadTrack(ref XmlScanner xml, KmlTrack track, bool isTrack, int depth)
    {
        var (field, points) = (default(RecordField?), 0);
        while (xml.NextDescendant(depth) && points < MostPoints)
        {
            var element = xml.LocalName;
            if (!isTrack && element.SequenceEqual("Track"u8))
            {
                track.Finish();
            }
            else if (element.SequenceEqual("when"u8))
            {
                points++;
                track.AddTime(XmlTimes.TryRead(xml.ReadValue(), out var time) ? time : null);
            }
            else if (element.SequenceEqual("coord"u8))
            {
                track.AddPlace(Encoding.UTF8.GetString(xml.ReadValue()));
            }
            else if (element.SequenceEqual("SimpleArrayData"u8))
            {
                field = PointFields.Named(xml.GetAttribute("name"u8));
            }
            else if (element.SequenceEqual("value"u8) && field is { } known)
            {
                track.AddValue(known, XmlNumbers.TryRead(xml.ReadValue(), out var value) ? value : null);
            }
        }

        track.Finish();
    }
}
