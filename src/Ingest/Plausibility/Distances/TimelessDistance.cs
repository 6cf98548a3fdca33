using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Plausibility.Distances;

/// <summary>Measures a track whose points have no time, by the way between them.</summary>
internal static class TimelessDistance
{
    private const double EarthRadius = 6_371_008.8;

    /// <summary>The activity with the length of its track, where it states none.</summary>
    public static Activity Of(Activity activity)
    {
        if (activity.TotalDistance is not null || Ingest.Activities.Positions.Of(activity.Records) is not var (latitudes, longitudes))
        {
            return activity;
        }

        var (metres, previous) = (0.0, -1);
        for (var i = 0; i < latitudes.Length; i++)
        {
            if (double.IsNaN(latitudes[i]))
            {
                continue;
            }

            metres += previous < 0 ? 0 : Between(latitudes[previous], longitudes[previous], latitudes[i], longitudes[i]);
            previous = i;
        }

        return metres > 0 ? activity with { TotalDistance = new(metres) } : activity;
    }

    private static double Between(double latitude, double longitude, double toLatitude, double toLongitude)
    {
        var (north, east) = (double.DegreesToRadians(toLatitude - latitude), double.DegreesToRadians(toLongitude - longitude));
        var half = Math.Pow(Math.Sin(north / 2), 2)
            + (Math.Cos(double.DegreesToRadians(latitude)) * Math.Cos(double.DegreesToRadians(toLatitude)) * Math.Pow(Math.Sin(east / 2), 2));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }
}
