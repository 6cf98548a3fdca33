using System.Globalization;
using System.Text;
using System.Text.Json;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Exports.Json;

/// <summary>
/// The track that an activity of Huawei carries as text: lines such as tp=lbs;k=0;lat=48.1;lon=11.5;alt=520;t=1667655574000; for places,
/// tp=h-r;k=1667655574000;v=145; for a value. Times count from 1970, in exports since 2021 some from the start, either in seconds or
/// in milliseconds.
/// </summary>
internal sealed class HuaweiTrack
{
    private const string Detail = "HW_EXT_TRACK_DETAIL@is";
    private const string Simplified = "HW_EXT_TRACK_SIMPLIFY@is";
    private const string Line = "tp=";
    private const double DecimetresPerMetre = 10;
    private const double MillisecondsPerSecond = 1_000;

    // What is smaller counts from the start: no such watch recorded before 1973.
    private const double FirstMoment = 1e8;

    // A place of this kind marks a pause, or the end.
    private const double PauseLatitude = 90;
    private const double PauseLongitude = -80;

    // Where nobody states how long it took, a track is of one day at most. [s]
    private const double LongestTrack = 86_400;

    private readonly List<Pause> pauses = [];
    private double? lastPlace;
    private bool isPaused;

    private HuaweiTrack()
    {
    }

    /// <summary>The values by their moments.</summary>
    public TimedSamples Samples { get; } = new();

    /// <summary>The spans in which the watch stood still, as the marks between places say.</summary>
    public IReadOnlyList<Pause> Pauses => pauses;

    /// <summary>Length as the summary behind the lines states it; null where it states none. [m]</summary>
    public double? TotalMetres { get; private set; }

    /// <summary>Reads the text.</summary>
    /// <param name="attribute">The text; null where the activity has none.</param>
    /// <param name="start">When the activity began. [s since 1970]</param>
    /// <param name="elapsed">How long it took; null where nothing is stated. [s]</param>
    public static HuaweiTrack Read(string? attribute, double? start, double? elapsed)
    {
        var track = new HuaweiTrack();
        var at = attribute?.IndexOf(Simplified, StringComparison.OrdinalIgnoreCase) ?? -1;
        var (lines, summary) = attribute is null ? ("", "") : at < 0 ? (attribute, "") : (attribute[..at], attribute[(at + Simplified.Length)..]);
        track.ReadSummary(summary.Trim().TrimEnd('&'));
        var values = Lines(lines.Replace(Detail, "", StringComparison.OrdinalIgnoreCase)).ToList();
        var latest = values.Select(value => value.Time).Where(time => time < FirstMoment).DefaultIfEmpty().Max();
        var unit = latest > Math.Max(elapsed ?? LongestTrack, 1) * 2 ? MillisecondsPerSecond : 1;
        foreach (var value in values)
        {
            var time = value.Time >= FirstMoment ? ExportTimes.UnixSeconds(value.Time) : start + (value.Time / unit);
            if (time is { } moment)
            {
                track.Add(value, moment);
            }
        }

        return track;
    }

    private void Add(Measured value, double moment)
    {
        switch (value.Kind)
        {
            case "lbs" when value is { Latitude: PauseLatitude, Longitude: PauseLongitude }:
                isPaused = lastPlace is not null;
                break;
            case "lbs":
                if (isPaused && lastPlace is { } from && moment > from)
                {
                    pauses.Add(new(XmlTime.ToInstant(from), XmlTime.ToInstant(moment)));
                }

                (isPaused, lastPlace) = (false, moment);
                Samples.AddPlace(moment, value.Latitude, value.Longitude);
                Samples.Add(moment, RecordField.Altitude, value.Altitude is 0 ? null : value.Altitude);
                break;
            case "h-r":
                Samples.Add(moment, RecordField.HeartRate, value.Value);
                break;
            case "s-r":
                Samples.Add(moment, RecordField.Cadence, value.Value);
                break;
            case "alti" or "alt":
                Samples.Add(moment, RecordField.Altitude, value.Value);
                break;
            case "rs":
                Samples.Add(moment, RecordField.Speed, value.Value / DecimetresPerMetre);
                break;
        }
    }

    private void ReadSummary(string summary)
    {
        try
        {
            using var document = JsonDocument.Parse(LooseJson.Strict(Encoding.UTF8.GetBytes(summary)));
            TotalMetres = document.RootElement.Number("totalDistance");
        }
        catch (JsonException)
        {
            // Behind the lines stands something else, or nothing.
        }
    }

    private static IEnumerable<Measured> Lines(string text)
    {
        for (var at = text.IndexOf(Line, StringComparison.Ordinal); at >= 0;)
        {
            var next = text.IndexOf(Line, at + Line.Length, StringComparison.Ordinal);
            if (Parse(text.AsSpan(at, (next < 0 ? text.Length : next) - at)) is { } measured)
            {
                yield return measured;
            }

            at = next;
        }
    }

    private static Measured? Parse(ReadOnlySpan<char> line)
    {
        var (kind, measured) = ("", new Measured());
        var (key, time) = (default(double?), default(double?));
        foreach (var part in line.Split(';'))
        {
            var cell = line[part].Trim();
            if (cell.IndexOf('=') is not (> 0 and var end))
            {
                continue;
            }

            var text = cell[(end + 1)..];
            double? number = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
            switch (cell[..end])
            {
                case "tp":
                    kind = text.ToString();
                    break;
                case "k":
                    key = number;
                    break;
                case "t":
                    time = number;
                    break;
                case "v":
                    measured = measured with { Value = number };
                    break;
                case "lat":
                    measured = measured with { Latitude = number };
                    break;
                case "lon":
                    measured = measured with { Longitude = number };
                    break;
                case "alt":
                    measured = measured with { Altitude = number };
                    break;
            }
        }

        // A place is numbered by k and has its own time; k is the time of a value.
        var moment = kind is "lbs" ? time : key;
        return moment is >= 0 and var known ? measured with { Kind = kind, Time = known } : null;
    }

    private readonly record struct Measured(
        string Kind, double Time, double? Value = null, double? Latitude = null, double? Longitude = null, double? Altitude = null);
}
