using System.Text;

namespace KneeLoad.Testing.Samples;

/// <summary>Recordings with a track as makers export them in formats of their own.</summary>
internal static class TrackSamples
{
    public static IEnumerable<(string Name, byte[] Content)> All() =>
    [
        ("huawei-tracks.json", Bytes(HuaweiTracks)),
        ("suunto-samples.json", Bytes(SuuntoSamples)),
        ("endomondo-workout.json", Bytes(EndomondoWorkout)),
        ("track.kml", Bytes(KmlTrack)),
    ];

    // Names without quotes, a break of the line within a text, a pause between the places, and a walk.
    private const string HuaweiTracks = """
        [ {
          "recordDay": 20260302, "sportType": 4, "timeZone": "-0200", "startTime": 1772442000000, "endTime": 1772442012000,
          "totalTime": 8000, "totalDistance": 22, "totalCalories": 2000, "partTimeMap": {1.0: 461.0, 2.0: 931.0},
          "attribute": "HW_EXT_TRACK_DETAIL@istp=lbs;k=0;lat=-48.0;lon=-12.0;alt=12.0;t=1.772442E9;
        tp=lbs;k=1;lat=-47.999975;lon=-12.0;alt=12.5;t=1.772442001E9;
        tp=lbs;k=2;lat=90.0;lon=-80.0;alt=0.0;t=0.0;
        tp=lbs;k=3;lat=-47.999950;lon=-12.0;alt=13.0;t=1.772442006E9;
        tp=h-r;k=1772442001000;v=118.0;
        tp=h-r;k=1772442006000;v=0.0;
        tp=s-r;k=1772442001000;v=166.0;
        tp=rs;k=1772442001000;v=28.0;
        tp=p-m;k=1.0;v=461.0;
        &&HW_EXT_TRACK_SIMPLIFY@is{\"totalDistance\":22,\"avgHeartRate\":118}"
        }, {
          "recordDay": 20260303, "sportType": 5, "timeZone": "-0200", "startTime": 1772528400000, "totalTime": 600000, "totalDistance": 800, "attribute": ""
        } ]
        """;

    private const string SuuntoSamples = """
        { "Samples": [
          { "Attributes": { "suunto/sml": { "Sample": { "Events": [ { "Activity": { "ActivityType": 3 } } ] } } },
            "Source": "suunto-0000000000", "TimeISO8601": "2026-03-02T07:00:00.000-02:00" },
          { "Attributes": { "suunto/sml": { "Sample": { "Latitude": -0.8377580409572781, "Longitude": -0.20943951023931953, "GPSAltitude": 12 } } },
            "Source": "suunto-0000000000", "TimeISO8601": "2026-03-02T07:00:01.000-02:00" },
          { "Attributes": { "suunto/sml": { "Sample": { "HR": 1.95, "Cadence": 1.4, "Speed": 2.8, "Distance": 2.8, "Temperature": 285.15 } } },
            "Source": "suunto-0000000000", "TimeISO8601": "2026-03-02T07:00:02.000-02:00" },
          { "Attributes": "{ \"suunto/sml\": { \"Sample\": { \"HR\": 2.0, \"Distance\": 5.6 } } }",
            "Source": "suunto-0000000000", "TimeISO8601": "2026-03-02T07:00:03.000-02:00" }
        ] }
        """;

    private const string EndomondoWorkout = """
        [ {"name": "Along the coast"}, {"sport": "RUNNING"}, {"source": "TRACK_MOBILE"},
          {"start_time": "2026-03-02 09:00:00.0"}, {"end_time": "2026-03-02 09:31:00.0"},
          {"duration_s": 1800}, {"distance_km": 5.04}, {"ascend_m": 12.0},
          {"points": [
            [ {"location": [[ {"latitude": -48.0}, {"longitude": -12.0} ]]}, {"altitude": 12.0}, {"distance_km": 0.0},
              {"timestamp": "Mon Mar 02 09:00:00 UTC 2026"} ],
            [ {"location": [[ {"latitude": -47.999975}, {"longitude": -12.0} ]]}, {"altitude": 12.5}, {"distance_km": 0.0028}, {"speed_kmh": 10.08},
              {"heart_rate_bpm": 118}, {"timestamp": "Mon Mar 02 09:00:01 UTC 2026"} ] ]} ]
        """;

    // Two tracks with a pause between, and a line, which is a plan.
    private const string KmlTrack = """
        <?xml version="1.0" encoding="UTF-8"?>
        <kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><name>Runs</name>
          <Placemark><name>Morning run</name><gx:MultiTrack>
            <gx:Track>
              <when>2026-03-02T09:00:00Z</when><when>2026-03-02T09:00:01Z</when>
              <gx:coord>-12.0 -48.0 12.0</gx:coord><gx:coord>-12.0 -47.999975 12.5</gx:coord>
              <ExtendedData><SchemaData schemaUrl="#schema"><gx:SimpleArrayData name="heartrate">
                <gx:value>117</gx:value><gx:value>118</gx:value></gx:SimpleArrayData></SchemaData></ExtendedData>
            </gx:Track>
            <gx:Track>
              <when>2026-03-02T09:02:00Z</when><gx:coord>-12.0 -47.999950 13.0</gx:coord>
            </gx:Track>
          </gx:MultiTrack></Placemark>
          <Placemark><name>Plan</name><LineString><coordinates>-12.0,-48.0,0 -12.0,-47.9,0</coordinates></LineString></Placemark>
        </Document></kml>
        """;

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text + "\n");
}
