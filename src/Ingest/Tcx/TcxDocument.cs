using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Tcx;

/// <summary>One pass over a TCX document: its activities one after the other.</summary>
internal ref struct TcxDocument
{
    private readonly ReadWarnings warnings;
    private readonly List<Activity> activities = [];
    private XmlScanner xml;
    private int pointCount;
    private int lapCount;

    /// <summary>A pass that begins at the document's start.</summary>
    public TcxDocument(XmlScanner xml, ReadWarnings warnings)
    {
        this.xml = xml;
        this.xml.IsLenient = true;
        this.warnings = warnings;
    }

    /// <summary>The activities read, in the file's order.</summary>
    public readonly IReadOnlyList<Activity> Activities => activities;

    /// <summary>The fault that ended the reading early, or null.</summary>
    public XmlFault? Fault { get; private set; }

    /// <summary>Reads to the end, or to a fault.</summary>
    public void Read()
    {
        if (xml.Read() == XmlToken.Start)
        {
            var root = xml.Depth;
            while (Fault is null && xml.NextDescendant(root))
            {
                // Activities lie in Activities, those of a triathlon in MultiSportSession below it, courses in Courses.
                if (xml.LocalName.SequenceEqual("Activity"u8) || xml.LocalName.SequenceEqual("Course"u8))
                {
                    ReadActivity();
                }
            }

            if (Fault is null)
            {
                // What follows the outermost element must be well-formed too.
                xml.Read();
            }
        }

        Fault ??= xml.Fault;
        warnings.AddFrom(xml);
    }

    private void ReadActivity()
    {
        if (activities.Count == TcxReader.MaxActivities)
        {
            Fail(new Remark(RemarkKind.TooManyActivities, TcxReader.MaxActivities));
            return;
        }

        var activity = new TcxActivity(warnings)
        {
            IsCourse = xml.LocalName.SequenceEqual("Course"u8),
            Sport = XmlText.Short(xml.GetAttribute("Sport"u8)),
        };
        var depth = xml.Depth;
        while (Fault is null && xml.NextDescendant(depth))
        {
            var name = xml.LocalName;
            if (name.SequenceEqual("Lap"u8))
            {
                // Also inside of an element before it that is never closed.
                ReadLap(activity);
                continue;
            }

            // The tracks of a course lie beside its laps.
            if (TryReadPoints(activity) || xml.Depth > depth + 1)
            {
                continue;
            }

            if (name.SequenceEqual("Id"u8))
            {
                activity.Id = XmlText.Short(xml.ReadText());
            }
            else if (name.SequenceEqual("Notes"u8))
            {
                activity.Notes = XmlText.Short(xml.ReadText());
            }
            else if (name.SequenceEqual("Creator"u8))
            {
                ReadCreator(activity);
            }
        }

        activities.Add(activity.ToActivity());
    }

    private void ReadCreator(TcxActivity activity)
    {
        var creator = xml.Depth;
        while (xml.NextChild(creator))
        {
            var name = xml.LocalName;
            if (name.SequenceEqual("Name"u8))
            {
                activity.Maker = XmlText.Short(xml.ReadText());
            }
            else if (name.SequenceEqual("ProductID"u8))
            {
                // Garmin's own number; 0 where another maker fills in what the schema asks for.
                activity.Product = XmlText.Short(xml.ReadText()) is { } product and not "0" ? product : null;
            }
        }
    }

    private void ReadLap(TcxActivity activity)
    {
        if (lapCount++ == TcxReader.MaxLaps)
        {
            Fail(new Remark(RemarkKind.TooManyLaps, TcxReader.MaxLaps));
            return;
        }

        var lap = activity.BeginLap(xml.GetAttribute("StartTime"u8));
        var depth = xml.Depth;
        while (Fault is null && xml.NextDescendant(depth))
        {
            var name = xml.LocalName;
            if (TryReadPoints(activity) || xml.Depth > depth + 1)
            {
                continue;
            }

            if (name.SequenceEqual("TotalTimeSeconds"u8))
            {
                lap.SetTimer(xml.ReadText());
            }
            else if (name.SequenceEqual("DistanceMeters"u8))
            {
                lap.SetDistance(xml.ReadText());
            }
        }
    }

    /// <summary>Reads a track or a point, also inside of an element before it that is never closed.</summary>
    private bool TryReadPoints(TcxActivity activity)
    {
        if (xml.LocalName.SequenceEqual("Track"u8))
        {
            activity.BeginTrack();
            ReadTrack(activity);
            return true;
        }

        if (xml.LocalName.SequenceEqual("Trackpoint"u8))
        {
            warnings.Add(RemarkKind.PointsOutsideTrack);
            TryReadPoint(activity);
            return true;
        }

        return false;
    }

    private void ReadTrack(TcxActivity activity)
    {
        var track = xml.Depth;
        while (xml.NextDescendant(track))
        {
            if (xml.LocalName.SequenceEqual("Trackpoint"u8) && !TryReadPoint(activity))
            {
                return;
            }
        }
    }

    private bool TryReadPoint(TcxActivity activity)
    {
        if (pointCount++ == TcxReader.MaxPoints)
        {
            Fail(new Remark(RemarkKind.TooManyPoints, TcxReader.MaxPoints));
            return false;
        }

        ReadPoint(activity);
        return true;
    }

    private void ReadPoint(TcxActivity activity)
    {
        var records = activity.Records;
        records.Begin();
        var point = xml.Depth;
        xml.StrictAt = point;
        while (xml.NextDescendant(point))
        {
            var name = xml.LocalName;
            if (name.SequenceEqual("Time"u8))
            {
                records.SetTime(xml.ReadValue());
            }
            else if (name.SequenceEqual("HeartRateBpm"u8))
            {
                ReadHeartRate(records);
            }
            else if (FieldNamed(name) is { } field)
            {
                activity.HasRunCadence |= name.SequenceEqual("RunCadence"u8);
                records.Set(field, xml.ReadValue());
            }
        }

        xml.StrictAt = 0;
        if (xml.Fault is null)
        {
            activity.FinishPoint();
        }
    }

    private void ReadHeartRate(RecordBuilder records)
    {
        var heartRate = xml.Depth;
        while (xml.NextChild(heartRate))
        {
            if (xml.LocalName.SequenceEqual("Value"u8))
            {
                records.Set(RecordField.HeartRate, xml.ReadValue());
            }
        }
    }

    private static RecordField? FieldNamed(ReadOnlySpan<byte> name) => name switch
    {
        _ when name.SequenceEqual("LatitudeDegrees"u8) => RecordField.PositionLat,
        _ when name.SequenceEqual("LongitudeDegrees"u8) => RecordField.PositionLong,
        _ when name.SequenceEqual("AltitudeMeters"u8) => RecordField.Altitude,
        _ when name.SequenceEqual("DistanceMeters"u8) => RecordField.Distance,
        _ => PointFields.Named(name),
    };

    private void Fail(Remark reason) => Fault = new XmlFault(ReadFault.TooLarge, reason, xml.Line);
}
