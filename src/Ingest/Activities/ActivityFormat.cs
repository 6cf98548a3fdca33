namespace KneeLoad.Ingest.Activities;

/// <summary>The file format that an activity was read from.</summary>
public enum ActivityFormat
{
    /// <summary>Flexible and Interoperable Data Transfer, binary.</summary>
    Fit,

    /// <summary>GPS Exchange Format 1.0 or 1.1, XML.</summary>
    Gpx,

    /// <summary>Training Center XML.</summary>
    Tcx,

    /// <summary>Health export of Apple, XML: workouts without a route, as totals alone.</summary>
    AppleHealth,

    /// <summary>List of all activities in Garmin's account export, JSON: runs entered by hand, as totals alone.</summary>
    GarminExport,

    /// <summary>Sessions of Polar's account export, JSON.</summary>
    PolarJson,

    /// <summary>Lists of exercises of Fitbit's account export, JSON: totals alone.</summary>
    FitbitJson,

    /// <summary>Sessions of the account export of adidas Running, formerly Runtastic, JSON: totals alone.</summary>
    RuntasticJson,

    /// <summary>Activities of Nike Run Club, JSON.</summary>
    NikeJson,

    /// <summary>Table of Strava's account export: activities without a file, as totals alone.</summary>
    StravaCsv,

    /// <summary>Table of RunKeeper's account export: activities without a file, as totals alone.</summary>
    RunkeeperCsv,

    /// <summary>Table of the account export of Samsung Health: totals alone.</summary>
    SamsungCsv,

    /// <summary>Table of the account export of Zepp, formerly Amazfit: totals alone.</summary>
    ZeppCsv,

    /// <summary>Activities of Huawei Health, JSON with the track as text within.</summary>
    HuaweiJson,

    /// <summary>Recordings of Suunto, JSON.</summary>
    SuuntoJson,

    /// <summary>Workouts of Endomondo, JSON.</summary>
    EndomondoJson,

    /// <summary>Curves of Samsung Health, JSON, with the row of their exercise.</summary>
    SamsungJson,

    /// <summary>Keyhole Markup Language: tracks with times, XML.</summary>
    Kml,

    /// <summary>Table of MapMyRun: totals alone, by days without an hour.</summary>
    MapmyrunCsv,

    /// <summary>Table of exercises of Google's Fitbit export: totals alone.</summary>
    GoogleCsv,

    /// <summary>Table of activities of Garmin Connect: totals alone.</summary>
    GarminCsv,
}
