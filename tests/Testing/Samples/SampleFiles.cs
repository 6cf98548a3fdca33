namespace KneeLoad.Testing.Samples;

/// <summary>All that lies in the folder samples, made anew. The same code gives the same bytes.</summary>
public static class SampleFiles
{
    /// <summary>The sample runner's history, oldest first: name in samples/demo, and content.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Demo()
    {
        foreach (var plan in SampleRunner.Plan())
        {
            var records = RunSimulation.Run(plan);
            yield return plan.Recorder == Recorder.Telephone
                ? ($"{plan.Name}.gpx", RecordedRun.Gpx(plan, records).ToBytes())
                : ($"{plan.Name}.fit", RecordedRun.Fit(plan, records).ToBytes());
        }
    }

    /// <summary>The map of the town that the history was run in: name in samples/demo-map, and content.</summary>
    public static IEnumerable<(string Name, byte[] Content)> DemoMap() => [("town.osm.pbf", MadeTownMap.Draw().ToBytes())];

    /// <summary>One small file of each kind that a reader has to know: name in samples, and content.</summary>
    public static IEnumerable<(string Name, byte[] Content)> OfEachKind() =>
    [
        .. FitSamples.All(), .. GpxSamples.All(), .. TcxSamples.All(), .. ExportSamples.All(), .. TrackSamples.All(), .. TableSamples.All(),
        .. ArchiveSamples.All(),
    ];
}
