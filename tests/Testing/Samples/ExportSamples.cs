using System.Text;

namespace KneeLoad.Testing.Samples;

/// <summary>Files of account exports as their makers write them: one session each, or a short list.</summary>
internal static class ExportSamples
{
    public static IEnumerable<(string Name, byte[] Content)> All() =>
    [
        ("polar-session.json", Bytes(PolarSession)),
        ("fitbit-exercise.json", Bytes(FitbitExercises)),
        ("runtastic-session.json", Bytes(RuntasticSession)),
        ("nike-run.json", Bytes(NikeRun)),
        ("strava-activities.csv", Bytes(StravaActivities)),
        ("runkeeper-activities.csv", Bytes(RunkeeperActivities)),
        ("samsung-exercise.csv", Bytes(SamsungExercises)),
        ("zepp-sport.csv", Bytes(ZeppSport)),
    ];

    // A value that was not measured is NaN, which is no JSON.
    private const string PolarSession = """
        {
          "exportVersion": "2.6",
          "startTime": "2026-03-02T07:00:00", "stopTime": "2026-03-02T07:00:05", "timezoneOffsetMinutes": -120,
          "durationMillis": 5000, "distanceMeters": 14.0, "sport": { "id": "1" }, "product": { "modelName": "Polar Vantage M" },
          "exercises": [ {
            "startTime": "2026-03-02T07:00:00", "stopTime": "2026-03-02T07:00:05", "timezoneOffsetMinutes": -120,
            "durationMillis": 5000, "distanceMeters": 14.0, "ascentMeters": 1.5, "sport": { "id": "1" },
            "samples": { "samples": [
              { "type": "HEART_RATE", "intervalMillis": 1000, "values": [ NaN, NaN, 118, 119, 121 ] },
              { "type": "SPEED", "intervalMillis": 1000, "values": [ NaN, 10.08, 10.08, 10.44, 9.72 ] },
              { "type": "DISTANCE", "intervalMillis": 1000, "values": [ 0.0, 2.8, 5.6, 8.5, 11.2 ] },
              { "type": "CADENCE", "intervalMillis": 1000, "values": [ NaN, 82, 83, 83, 84 ] } ] },
            "routes": { "route": { "startTime": "2026-03-02T07:00:00", "wayPoints": [
              { "longitude": -12.000000, "latitude": -48.000000, "altitude": 12.0, "elapsedMillis": 1002 },
              { "longitude": -12.000000, "latitude": -47.999975, "altitude": 12.5, "elapsedMillis": 2002 },
              { "longitude": -12.000000, "latitude": -47.999950, "altitude": 13.0, "elapsedMillis": 3001 } ] } }
          } ]
        }
        """;

    private const string FitbitExercises = """
        [ {
          "logId": 1, "activityName": "Run", "activityTypeId": 90009, "averageHeartRate": 149,
          "distance": 5.04, "distanceUnit": "Kilometer", "duration": 1860000, "activeDuration": 1800000, "steps": 5040,
          "source": { "type": "tracker", "name": "Charge 5" }, "logType": "tracker", "startTime": "03/02/26 09:00:00"
        }, {
          "logId": 2, "activityName": "Treadmill", "activityTypeId": 20049, "duration": 1200000, "steps": 3200, "startTime": "03/04/26 18:30:00"
        }, {
          "logId": 3, "activityName": "Walk", "activityTypeId": 90013, "duration": 900000, "steps": 1500, "startTime": "03/05/26 12:00:00"
        } ]
        """;

    private const string RuntasticSession = """
        {
          "id": "00000000-0000-0000-0000-000000000001", "sport_type_id": "14",
          "start_time": 1772442000000, "end_time": 1772443860000, "start_time_timezone_offset": -7200000, "end_time_timezone_offset": -7200000,
          "duration": 1800000, "pause": 60000,
          "features": [
            { "type": "initial_values", "attributes": { "distance": 4900, "duration": 1800000, "sport_type": { "id": "14" } } },
            { "type": "track_metrics", "attributes": { "distance": 5000, "elevation_gain": 0, "elevation_loss": 0 } } ]
        }
        """;

    private const string NikeRun = """
        {
          "id": "00000000-0000-0000-0000-000000000002", "type": "run",
          "start_epoch_ms": 1772442000000, "end_epoch_ms": 1772443860000, "active_duration_ms": 1800000,
          "summaries": [ { "metric": "distance", "summary": "total", "value": 5.02 }, { "metric": "pace", "summary": "mean", "value": 5.98 } ],
          "tags": { "com.nike.name": "Monday morning run", "location": "outdoors" },
          "metrics": [
            { "type": "latitude", "values": [
              { "start_epoch_ms": 1772442000000, "value": -48.000000 }, { "start_epoch_ms": 1772442001000, "value": -47.999975 } ] },
            { "type": "longitude", "values": [
              { "start_epoch_ms": 1772442000000, "value": -12.000000 }, { "start_epoch_ms": 1772442001000, "value": -12.000000 } ] },
            { "type": "heart_rate", "values": [ { "start_epoch_ms": 1772442001000, "value": 118 } ] } ]
        }
        """;

    // One by hand, one with its file, which is not beside it here, and a ride by hand.
    private const string StravaActivities = """
        Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed
        1,"Mar 2, 2026, 9:00:00 AM",Treadmill,Run,,1860,5.04,,,false,,,,,,1860.0,1800.0,5040.0,
        2,"Mar 4, 2026, 5:30:00 PM",Evening Run,Run,,2400,8.00,,,false,,,activities/2.fit.gz,,,2400.0,2380.0,8000.0,4.1
        3,"Mar 5, 2026, 5:30:00 PM",Rollers,Ride,,3600,30.00,,,false,,,,,,3600.0,3600.0,30000.0,
        """;

    private const string RunkeeperActivities = """
        Activity Id,Date,Type,Route Name,Distance (km),Duration,Average Pace,Average Speed (km/h),Calories Burned,Climb (m),Average Heart Rate (bpm),Friend's Tagged,Notes,GPX File
        a,2026-03-02 07:00:00,Running,,5.04,30:00,5:57,10.08,400,12,,,"Easy, indoors",
        b,2026-03-04 18:30:00,Running,,8.00,40:00,5:00,12.0,600,40,,,,2026-03-04-183000.gpx
        c,2026-03-05 18:30:00,Cycling,,30.0,1:00:00,2:00,30.0,900,0,,,,
        """;

    private const string SamsungExercises = """
        com.samsung.shealth.exercise,6313018,6
        com.samsung.health.exercise.exercise_type,com.samsung.health.exercise.duration,com.samsung.health.exercise.start_time,com.samsung.health.exercise.end_time,com.samsung.health.exercise.time_offset,com.samsung.health.exercise.distance,com.samsung.health.exercise.altitude_gain
        1002,1800000,2026-03-02 09:00:00.000,2026-03-02 09:31:00.000,UTC-0200,5040.5,12.5
        1001,600000,2026-03-03 09:00:00.000,2026-03-03 09:10:00.000,UTC-0200,800,
        1002,1200000,2026-03-04 09:00:00.000,2026-03-04 09:20:00.000,UTC-0200,,
        """;

    private const string ZeppSport = """
        type,startTime,sportTime(s),maxPace(/meter),minPace(/meter),distance(m),avgPace(/meter),calories(kcal)
        1,2026-03-02 09:00:00+0000,1800,0.3,0.42,5040.0,0.357,400.0
        8,2026-03-04 18:30:00+0000,1200,0.0,0.0,0.0,0.0,200.0
        9,2026-03-05 18:30:00+0000,3600,0.0,0.0,30000.0,0.12,600.0
        """;

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text + "\n");
}
