namespace KneeLoad.Ingest.Grounds;

/// <summary>Names of surface classes, and which of them are hard.</summary>
public static class SurfaceClasses
{
    private static readonly string[] Names =
    [
        "unknown", "asphalt", "concrete", "paving", "cobble", "compacted", "gravel", "dirt", "grass", "sand", "wood", "track", "other",
        "paved", "unpaved", "off-network", "treadmill",
    ];

    /// <summary>Ground whose small heights change from step to step.</summary>
    public static IReadOnlyList<SurfaceClass> Uneven { get; } =
        [SurfaceClass.Gravel, SurfaceClass.Dirt, SurfaceClass.Grass, SurfaceClass.Sand, SurfaceClass.Cobble];

    /// <summary>The name that replies and stored mixes use.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public static string NameOf(SurfaceClass surface) => surface is >= SurfaceClass.Unknown and <= SurfaceClass.Treadmill
        ? Names[(int)surface]
        : throw new ArgumentOutOfRangeException(nameof(surface), surface, "No such surface class.");

    /// <summary>Whether the ground is hard: asphalt, concrete, paving, cobble, or paved with nobody knows what.</summary>
    public static bool IsHard(SurfaceClass surface) =>
        surface is SurfaceClass.Asphalt or SurfaceClass.Concrete or SurfaceClass.Paving or SurfaceClass.Cobble or SurfaceClass.Paved;

    /// <summary>Whether a way can be made of it: unknown, off the ways and the belt of a treadmill are no ground.</summary>
    public static bool IsGround(SurfaceClass surface) => surface is >= SurfaceClass.Asphalt and <= SurfaceClass.Unpaved;
}
