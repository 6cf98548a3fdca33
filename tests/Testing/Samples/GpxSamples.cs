using System.Globalization;
using System.Text;

namespace KneeLoad.Testing.Samples;

/// <summary>One small GPX file of each kind: both versions, the oddities of exporters, and broken ones.</summary>
internal static class GpxSamples
{
    private static readonly IReadOnlyList<GpxPoint> Jog =
        [.. RunSimulation.Run(ShortRuns.Jog).Where((_, index) => index % 2 == 0).Select(record => RecordedRun.Point(ShortRuns.Jog, record))];

    public static IEnumerable<(string Name, byte[] Content)> All() =>
    [
        ("first-run.gpx", RecordedRun.Gpx(ShortRuns.First, RunSimulation.Run(ShortRuns.First), new() { Creator = "Garmin Connect" }).ToBytes()),
        ("gpx10.gpx", Gpx10().ToBytes()),
        ("two-segments.gpx", new GpxFileBuilder().Track("running").Points(Jog.Take(4)).Segment().Points(Jog.Skip(5)).ToBytes()),
        ("no-time.gpx", new GpxFileBuilder().Track("running").Points(Jog.Select(point => point with { Time = null })).ToBytes()),
        ("no-elevation.gpx", new GpxFileBuilder().Track("running").Points(Jog.Select(point => point with { Elevation = null })).ToBytes()),
        ("empty-track.gpx", new GpxFileBuilder { Creator = "Garmin Connect" }.Track("treadmill_running", "Treadmill").ToBytes()),
        ("number-for-type.gpx", new GpxFileBuilder { Creator = "StravaGPX" }.Track("9").Points(Jog).ToBytes()),
        ("both-legs.gpx", new GpxFileBuilder { Creator = "Some exporter" }
            .Track("running")
            .Points(Jog.Select(point => point with { Cadence = 2 * point.Cadence }))
            .ToBytes()),
        ("other-makers.gpx", OtherMakers().ToBytes()),
        ("prefix-not-declared.gpx", new GpxFileBuilder { Prefix = "ns3", DeclaresPrefix = false }.Track("running").Points(Jog).ToBytes()),
        ("utf-16.gpx", new GpxFileBuilder { Prolog = """<?xml version="1.0" encoding="UTF-16"?>""" }
            .Track("running")
            .Points(Jog.Take(4))
            .ToBytes(Encoding.Unicode)),
        ("nowhere.gpx", Nowhere().ToBytes()),
        ("cut.gpx", new GpxFileBuilder().Track("running").Points(Jog).ToBytes()[..1500]),
        ("entity.gpx", Entity().ToBytes()),
    ];

    // Version 1.0 has speed as an element of the point itself, and no extensions.
    private static GpxFileBuilder Gpx10()
    {
        var file = new GpxFileBuilder { Version = "1.0", Creator = "A logger of 2005" }.Track();
        foreach (var point in Jog)
        {
            file.Raw(string.Create(
                CultureInfo.InvariantCulture,
                $"      <trkpt lat=\"{point.Latitude}\" "
                    + $"lon=\"{point.Longitude}\"><ele>{point.Elevation}</ele><time>{point.Time}</time><speed>2.4</speed></trkpt>\n"));
        }

        return file;
    }

    // ClueTrust's words, Garmin's for power, and bare ones.
    private static GpxFileBuilder OtherMakers()
    {
        var file = new GpxFileBuilder().Track("Run");
        foreach (var point in Jog)
        {
            file.Raw(string.Create(
                CultureInfo.InvariantCulture,
                $"""
                       <trkpt lat="{point.Latitude}" lon="{point.Longitude}"><time>{point.Time}</time><extensions><gpxdata:hr xmlns:gpxdata="http://www.cluetrust.com/XML/GPXDATA/1/0">{point.HeartRate}</gpxdata:hr><cadence>{point.Cadence}</cadence><gpxpx:PowerExtension xmlns:gpxpx="http://www.garmin.com/xmlschemas/PowerExtension/v1"><gpxpx:PowerInWatts>230</gpxpx:PowerInWatts></gpxpx:PowerExtension></extensions></trkpt>

                 """));
        }

        return file;
    }

    // Places off the globe, no place at all, a height of a million metres.
    private static GpxFileBuilder Nowhere() => new GpxFileBuilder()
        .Track("running")
        .Points(Jog.Take(2))
        .Point(Jog[2] with { Latitude = 91 })
        .Point(Jog[3] with { Longitude = 181 })
        .Point(Jog[4] with { Latitude = null, Longitude = null })
        .Point(Jog[5] with { Elevation = 1e6 });

    // Asks for a file of the machine that reads it.
    private static GpxFileBuilder Entity() => new GpxFileBuilder
    {
        Prolog = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE gpx [<!ENTITY secret SYSTEM "file:///etc/hostname">]>

            """,
    }
        .Track("running")
        .Raw("<name>&secret;</name>\n")
        .Points(Jog.Take(2));
}
