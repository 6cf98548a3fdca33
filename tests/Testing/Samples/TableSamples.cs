using System.Text;

namespace KneeLoad.Testing.Samples;

/// <summary>Tables that state a length and a time of each activity, and no more.</summary>
internal static class TableSamples
{
    public static IEnumerable<(string Name, byte[] Content)> All() =>
    [
        ("mapmyrun-history.csv", Bytes(MapMyRun)),
        ("google-exercises.csv", Bytes(Google)),
        ("garmin-activities.csv", Bytes(Garmin)),
        ("strava-activites.csv", Bytes(StravaInFrench)),
    ];

    private const string MapMyRun = """
        Date Submitted,Workout Date,Activity Type,Calories Burned (kCal),Distance (km),Workout Time (seconds),Avg Pace (min/km),Max Pace (min/km),Avg Speed (km/h),Max Speed (km/h),Avg Heart Rate,Steps,Notes,Source,Link
        "March 3, 2026","March 2, 2026",Run,400,5.04,1800,5.95,5.1,10.08,11.8,,5040,b'',MapMyRun,http://www.mapmyfitness.com/workout/1
        "March 3, 2026","March 3, 2026",Walk,100,1.2,900,12.5,9.9,4.8,6.0,,1500,b'',MapMyRun,http://www.mapmyfitness.com/workout/2
        """;

    private const string Google = """
        exercise_id,exercise_start,exercise_end,utc_offset,exercise_created,exercise_last_updated,activity_name,log_type,tracker_total_calories,tracker_total_steps,tracker_total_distance_mm,tracker_total_altitude_mm,tracker_avg_heart_rate,manually_logged_total_distance_mm
        1,2026-03-02T09:00:00Z,2026-03-02T09:31:00Z,-02:00,2026-03-02T09:31:00Z,2026-03-02T09:31:00Z,Run,TRACKER,400,5040,5040000,12500,149,
        2,2026-03-03T09:00:00Z,2026-03-03T09:20:00Z,-02:00,2026-03-03T09:31:00Z,2026-03-03T09:31:00Z,Treadmill,MANUAL,200,,,,,3000000
        3,2026-03-04T09:00:00Z,2026-03-04T09:20:00Z,-02:00,2026-03-04T09:31:00Z,2026-03-04T09:31:00Z,Outdoor Walk,TRACKER,200,2000,1500000,,90,
        """;

    private const string Garmin = """
        Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Aerobic TE,Avg Run Cadence,Max Run Cadence,Avg Pace,Best Pace,Total Ascent,Total Descent,Avg Stride Length,Moving Time,Elapsed Time,Min Elevation,Max Elevation
        Running,2026-03-02 07:00:00,false,"Coast","5.04","400","00:30:00","149","170","3.1","168","180","5:57","5:01","12","12","1.00","00:29:50","00:31:00","2","14"
        Treadmill Running,2026-03-04 18:30:00,false,"Treadmill","3.00","200","00:20:00.5","--","--","--","--","--","6:40","--","--","--","--","00:20:00","00:20:00","--","--"
        Cycling,2026-03-05 18:30:00,true,"Ride","30.00","600","01:00:00","--","--","--","--","--","30.0","--","--","--","0.00","01:00:00","01:00:00","--","--"
        """;

    private const string StravaInFrench = """
        ID de l'activité,Date de l'activité,Nom de l'activité,Type d'activité,Description de l'activité,Temps écoulé,Distance,Fréquence cardiaque max.,Effort relatif,Trajet,Note privée,Matériel,Nom du fichier,Poids de l'athlète,Poids du vélo,Temps écoulé,Durée de déplacement,Distance,Vitesse max.
        1,"2 mars 2026 à 09:00:00",Tapis,Course à pied,,1860,"5,04",,,false,,,,,,1860.0,1800.0,5040.0,
        2,"5 août 2026 à 17:30:00",Sortie,Vélo,,3600,"30,00",,,false,,,,,,3600.0,3600.0,30000.0,
        """;

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text + "\n");
}
