namespace KneeLoad.Testing.Samples;

/// <summary>One small TCX file of each kind.</summary>
internal static class TcxSamples
{
    public static IEnumerable<(string Name, byte[] Content)> All() =>
    [
        ("first-run.tcx", RecordedRun.Tcx(ShortRuns.First, RunSimulation.Run(ShortRuns.First)).ToBytes()),
        ("indoor.tcx", RecordedRun.Tcx(ShortRuns.Treadmill, RunSimulation.Run(ShortRuns.Treadmill)).ToBytes()),
    ];
}
