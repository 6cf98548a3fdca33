using System.Globalization;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Exports.Kml;

/// <summary>One track while it is being read: its rows of times, places and values, which belong together by their number.</summary>
internal sealed class KmlTrack
{
    private readonly TimedSamples samples = new();
    private readonly PauseBuilder pauses = new();
    private readonly List<XmlTime?> times = [];
    private readonly List<double?[]> places = [];
    private readonly Dictionary<RecordField, List<double?>> values = [];
    private readonly List<(double Moment, double Metres)> distances = [];
    private XmlTime? first;
    private double? last;

    /// <summary>Takes the time of the next point.</summary>
    public void AddTime(XmlTime? time) => times.Add(time);

    /// <summary>Takes the place of the next point: east, north and height, with blanks or commas between.</summary>
    public void AddPlace(string text) =>
        places.Add([.. text.Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Number)]);

    /// <summary>Takes a value of the next point.</summary>
    public void AddValue(RecordField field, double? value)
    {
        if (!values.TryGetValue(field, out var row))
        {
            values[field] = row = [];
        }

        row.Add(value);
    }

    /// <summary>Takes note that the rows end; what follows comes after a pause.</summary>
    public void Finish()
    {
        pauses.Break();
        for (var i = 0; i < times.Count; i++)
        {
            if (times[i] is not { } time)
            {
                continue;
            }

            first ??= time;
            last = time.UnixSeconds;
            pauses.Moment(last);
            if (i < places.Count && places[i] is [var east, var north, .. var rest])
            {
                samples.AddPlace(time.UnixSeconds, north, east);
                samples.Add(time.UnixSeconds, RecordField.Altitude, rest is [var height, ..] ? height : null);
            }

            foreach (var (field, row) in values)
            {
                var value = i < row.Count ? row[i] : null;
                if (field is not RecordField.Distance)
                {
                    samples.Add(time.UnixSeconds, field, value);
                }
                else if (value is >= 0 and var metres)
                {
                    distances.Add((time.UnixSeconds, metres));
                }
            }
        }

        times.Clear();
        places.Clear();
        values.Clear();
    }

    /// <summary>The track; null where no point has a time.</summary>
    /// <param name="name">Its name in the file.</param>
    /// <param name="sport">The kind that the file states; null where it states none.</param>
    public Activity? ToActivity(string? name, string? sport)
    {
        samples.AddDistances(distances);
        distances.Clear();
        return first is { } start ? ToActivity(start, name, sport) : null;
    }

    private Activity ToActivity(XmlTime start, string? name, string? sport) => new()
    {
        Format = ActivityFormat.Kml,
        Name = name,
        SportText = sport,
        Start = start.ToInstant(),
        UtcOffset = start.ToOffset(),
        IsLocalTime = start.OffsetMinutes is null,
        IsDayUnsure = start.IsDayUnsure,
        TotalElapsed = JsonValues.ToDuration(last - start.UnixSeconds),
        CadenceUnit = samples.CadenceUnit,
        Pauses = pauses.ToList(),
        Records = samples.ToRecords(),
    };

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
