using NodaTime;

namespace KneeLoad.Testing.Samples;

/// <summary>The short runs of the made town that the small samples record.</summary>
internal static class ShortRuns
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 3, 1, 8, 0);

    /// <summary>The sample runner's first run, 1.2 km: once in each format.</summary>
    public static readonly SampleRun First = new("first-run", Morning, 1.2, 2.6, MadeTown.CoastRoad, Recorder.Watch);

    /// <summary>A minute's jog along the coast: what is odd stands out in it.</summary>
    public static readonly SampleRun Jog = new("jog", Morning, 0.15, 2.7, MadeTown.CoastRoad, Recorder.Watch);

    /// <summary>The same jog an hour later.</summary>
    public static readonly SampleRun SecondJog = Jog with { Name = "second-jog", Start = Morning + Duration.FromHours(1) };

    /// <summary>A minute on a treadmill.</summary>
    public static readonly SampleRun Treadmill = Jog with { Name = "treadmill", Way = null };
}
