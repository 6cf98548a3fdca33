using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Grounds;

namespace KneeLoad.Analysis.Surfaces;

/// <summary>The surface that a file itself names, by its sub-sport.</summary>
internal static class RecordedSurface
{
    /// <summary>The surface of a treadmill or a track; null when the file names none.</summary>
    public static WaySurface? Of(Activity activity) => activity.SubSport switch
    {
        "treadmill" or "indoor_running" or "virtual_activity" => new(SurfaceClass.Treadmill, SurfaceSource.File),
        "track" => new(SurfaceClass.Track, SurfaceSource.File),
        _ => null,
    };
}
