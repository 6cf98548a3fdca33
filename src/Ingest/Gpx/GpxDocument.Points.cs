using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Gpx;

/// <content>The points of a track.</content>
internal ref partial struct GpxDocument
{
    /// <summary>Reads a segment or a point, also inside of an element before it that is never closed.</summary>
    private bool TryReadPoints(GpxTrack track)
    {
        if (xml.LocalName.SequenceEqual("trkseg"u8))
        {
            track.BeginSegment();
            ReadSegment(track);
            return true;
        }

        if (xml.LocalName.SequenceEqual("trkpt"u8))
        {
            warnings.Add(RemarkKind.PointsOutsideSegment);
            TryReadPoint(track);
            return true;
        }

        return false;
    }

    private void ReadSegment(GpxTrack track)
    {
        var segment = xml.Depth;
        while (xml.NextDescendant(segment))
        {
            if (xml.LocalName.SequenceEqual("trkpt"u8) && !TryReadPoint(track))
            {
                return;
            }
        }
    }

    private bool TryReadPoint(GpxTrack track)
    {
        if (pointCount++ == GpxReader.MaxPoints)
        {
            Fault = new XmlFault(ReadFault.TooLarge, new Remark(RemarkKind.TooManyPoints, GpxReader.MaxPoints), xml.Line);
            return false;
        }

        ReadPoint(track);
        return true;
    }

    private void ReadPoint(GpxTrack track)
    {
        var records = track.Records;
        records.Begin();
        records.Set(RecordField.PositionLat, xml.GetAttribute("lat"u8));
        records.Set(RecordField.PositionLong, xml.GetAttribute("lon"u8));
        var point = xml.Depth;
        xml.StrictAt = point;
        while (xml.NextDescendant(point))
        {
            var name = xml.LocalName;
            if (name.SequenceEqual("ele"u8))
            {
                records.Set(RecordField.Altitude, xml.ReadValue());
            }
            else if (name.SequenceEqual("time"u8))
            {
                records.SetTime(xml.ReadValue());
            }
            else if (PointFields.Named(name) is { } field)
            {
                records.Set(field, xml.ReadValue());
            }
        }

        xml.StrictAt = 0;
        if (xml.Fault is null)
        {
            track.FinishPoint();
        }
    }
}
