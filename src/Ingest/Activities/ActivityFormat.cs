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
}
