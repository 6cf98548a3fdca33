namespace KneeLoad.Testing.Samples;

/// <summary>One small TCX file of each kind.</summary>
internal static class TcxSamples
{
    public static IEnumerable<(string Name, byte[] Content)> All() =>
    [
        ("first-run.tcx", RecordedRun.Tcx(ShortRuns.First, RunSimulation.Run(ShortRuns.First)).ToBytes()),
        ("indoor.tcx", RecordedRun.Tcx(ShortRuns.Treadmill, RunSimulation.Run(ShortRuns.Treadmill)).ToBytes()),
        ("course.tcx", Course().ToBytes()),
    ];

    // A planner gives times to the points too, as if someone had run there at its pace.
    private static TcxFileBuilder Course() => RunSimulation.Run(ShortRuns.Jog).Aggregate(
        new TcxFileBuilder { Creator = null }.Course("Along the coast"),
        (file, record) => file.Point(new()
        {
            Time = record.Time,
            Latitude = Math.Round(record.Place!.Value.LatitudeDegrees, 6),
            Longitude = Math.Round(record.Place!.Value.LongitudeDegrees, 6),
            Distance = Math.Round(record.DistanceMetres, 2),
        }));
}
