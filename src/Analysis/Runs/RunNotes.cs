namespace KneeLoad.Analysis.Runs;

/// <summary>Says in plain words what a run's numbers lack.</summary>
internal static class RunNotes
{
    /// <summary>Speed and distance were not to be had.</summary>
    public const string DistanceUnknown = "distance unknown";

    /// <summary>The load takes the runner's usual cadence.</summary>
    public const string CadenceNotMeasured = "cadence not measured";

    /// <summary>The load takes level ground.</summary>
    public const string GradientNotMeasured = "gradient not measured";

    /// <summary>The notes of a run whose cadence another recording gave.</summary>
    public static IReadOnlyList<string> WithCadence(IReadOnlyList<string> notes) => [.. notes.Where(note => !string.Equals(note, CadenceNotMeasured, StringComparison.Ordinal))];

    /// <summary>The notes of one run, in a fixed order.</summary>
    public static IReadOnlyList<string> Of(RunDistance distance, Motion motion)
    {
        var notes = new List<string>();
        if (distance.Total is null)
        {
            notes.Add(DistanceUnknown);
        }

        if (motion.Cadence is null)
        {
            notes.Add(CadenceNotMeasured);
        }

        if (motion.Gradient is null)
        {
            notes.Add(GradientNotMeasured);
        }

        return notes;
    }
}
