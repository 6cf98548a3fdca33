namespace KneeLoad.Ingest.Exports;

/// <summary>Makers whose account exports hold runs that are no watch files.</summary>
public enum ExportMaker
{
    /// <summary>Polar Flow: JSON, one file a session.</summary>
    Polar,

    /// <summary>Samsung Health: tables and JSON.</summary>
    Samsung,

    /// <summary>Huawei Health: JSON of its own.</summary>
    Huawei,

    /// <summary>Zepp, formerly Amazfit: tables, often encrypted.</summary>
    Zepp,

    /// <summary>Nike Run Club: JSON.</summary>
    Nike,

    /// <summary>adidas Running, formerly Runtastic: JSON.</summary>
    Runtastic,

    /// <summary>Suunto: JSON in pairs.</summary>
    Suunto,

    /// <summary>Fitbit: JSON beside TCX files of runs with positions.</summary>
    Fitbit,

    /// <summary>Garmin: runs entered by hand stand in JSON.</summary>
    Garmin,

    /// <summary>MapMyRun: one table.</summary>
    MapMyRun,

    /// <summary>Apple Health: one XML, routes beside it.</summary>
    Apple,

    /// <summary>Mi Fitness of Xiaomi: tables.</summary>
    Xiaomi,

    /// <summary>Google Fit: TCX files of activities beside tables and JSON.</summary>
    GoogleFit,

    /// <summary>Strava: the files as they were uploaded, beside a table.</summary>
    Strava,

    /// <summary>RunKeeper: GPX files beside a table.</summary>
    Runkeeper,

    /// <summary>Endomondo: TCX and JSON in pairs.</summary>
    Endomondo,
}
