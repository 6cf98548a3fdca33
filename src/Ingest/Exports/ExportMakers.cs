using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;

namespace KneeLoad.Ingest.Exports;

/// <summary>Tells the maker of an account export by the names of its files.</summary>
public static class ExportMakers
{
    /// <summary>Beginnings of file names; the ending follows.</summary>
    private static readonly (string Beginning, string Ending, ExportMaker Maker)[] Files =
    [
        ("training-session", ".json", ExportMaker.Polar),
        ("com.samsung.", ".csv", ExportMaker.Samsung),
        ("com.samsung.", ".json", ExportMaker.Samsung),
        ("com.sec.", ".csv", ExportMaker.Samsung),
        ("hitrack", ".json", ExportMaker.Huawei),
        ("motion path detail data", ".json", ExportMaker.Huawei),
        ("sport per minute merged data", ".json", ExportMaker.Huawei),
        ("sport_", ".csv", ExportMaker.Zepp),
        ("activity_minute", ".csv", ExportMaker.Zepp),
        ("heartrate_auto", ".csv", ExportMaker.Zepp),
        ("exercise-", ".json", ExportMaker.Fitbit),
        ("user_workout_history", ".csv", ExportMaker.MapMyRun),
        ("com.nike.", "", ExportMaker.Nike),
        ("nrc", ".json", ExportMaker.Nike),
        ("nike", ".json", ExportMaker.Nike),
        ("suunto", ".json", ExportMaker.Suunto),
        ("entry_", ".json", ExportMaker.Suunto),
        ("", "suunto.json", ExportMaker.Suunto),
        ("userexercises", ".csv", ExportMaker.Fitbit),
        ("cardioactivities", ".csv", ExportMaker.Runkeeper),
        ("global_challenges", ".csv", ExportMaker.Strava),
        ("local_legend_segments", ".csv", ExportMaker.Strava),
        ("starred_", ".csv", ExportMaker.Strava),
        ("", "_hlth_center_aggregated_fitness_data.csv", ExportMaker.Xiaomi),
        ("", "_hlth_center_fitness_data.csv", ExportMaker.Xiaomi),
        ("", "_sport_record.csv", ExportMaker.Xiaomi),
    ];

    /// <summary>Names of folders.</summary>
    private static readonly (string Name, ExportMaker Maker)[] Folders =
    [
        ("samsunghealth", ExportMaker.Samsung),
        ("sport-sessions", ExportMaker.Runtastic),
        ("physical activity", ExportMaker.Fitbit),
        ("global export data", ExportMaker.Fitbit),
        ("nike run club", ExportMaker.Nike),
        ("suunto", ExportMaker.Suunto),
        ("apple_health_export", ExportMaker.Apple),
        ("nike", ExportMaker.Nike),
        ("huawei", ExportMaker.Huawei),
        ("motion path detail data", ExportMaker.Huawei),
        ("di_connect", ExportMaker.Garmin),
        ("di-connect", ExportMaker.Garmin),
        ("all sessions", ExportMaker.GoogleFit),
        ("daily activity metrics", ExportMaker.GoogleFit),
    ];

    /// <summary>The maker that writes a format; null for one that many write.</summary>
    public static ExportMaker? Of(ActivityFormat? format) => format switch
    {
        ActivityFormat.AppleHealth => ExportMaker.Apple,
        ActivityFormat.GarminExport or ActivityFormat.GarminCsv => ExportMaker.Garmin,
        ActivityFormat.PolarJson => ExportMaker.Polar,
        ActivityFormat.FitbitJson or ActivityFormat.GoogleCsv => ExportMaker.Fitbit,
        ActivityFormat.RuntasticJson => ExportMaker.Runtastic,
        ActivityFormat.NikeJson => ExportMaker.Nike,
        ActivityFormat.StravaCsv => ExportMaker.Strava,
        ActivityFormat.RunkeeperCsv => ExportMaker.Runkeeper,
        ActivityFormat.SamsungCsv or ActivityFormat.SamsungJson => ExportMaker.Samsung,
        ActivityFormat.ZeppCsv => ExportMaker.Zepp,
        ActivityFormat.HuaweiJson => ExportMaker.Huawei,
        ActivityFormat.SuuntoJson => ExportMaker.Suunto,
        ActivityFormat.EndomondoJson => ExportMaker.Endomondo,
        ActivityFormat.MapmyrunCsv => ExportMaker.MapMyRun,
        _ => null,
    };

    /// <summary>The maker whose runs a file of an export holds.</summary>
    /// <param name="path">Path of the file in its archive.</param>
    /// <returns>Null where the name tells none.</returns>
    public static ExportMaker? Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = ExportFile.NameOf(path);
        foreach (var (beginning, ending, maker) in Files)
        {
            if (name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) && name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return maker;
            }
        }

        if (name.EndsWith("summarizedActivities.json", StringComparison.OrdinalIgnoreCase))
        {
            return ExportMaker.Garmin;
        }

        foreach (var folder in path[..^name.Length].Split('/', '\\'))
        {
            var known = Array.Find(Folders, line => folder.StartsWith(line.Name, StringComparison.OrdinalIgnoreCase));
            if (known.Name is not null)
            {
                return known.Maker;
            }
        }

        return null;
    }
}
