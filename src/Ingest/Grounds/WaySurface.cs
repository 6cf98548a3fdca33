namespace KneeLoad.Ingest.Grounds;

/// <summary>A surface and how it is known.</summary>
/// <param name="Class">What the ground is made of.</param>
/// <param name="Source">How that is known.</param>
public readonly record struct WaySurface(SurfaceClass Class, SurfaceSource Source)
{
    private const int SourceShift = 5;
    private const int ClassBits = (1 << SourceShift) - 1;

    /// <summary>Nobody says, and nothing tells.</summary>
    public static WaySurface Unknown => default;

    /// <summary>The same in one byte of an index.</summary>
    internal byte Packed => (byte)((int)Class | ((int)Source << SourceShift));

    /// <summary>Back from a byte of an index.</summary>
    internal static WaySurface Unpack(byte packed) => new((SurfaceClass)(packed & ClassBits), (SurfaceSource)(packed >> SourceShift));

    /// <summary>Whether a byte of an index names a surface at all.</summary>
    internal static bool IsPacked(byte packed) =>
        (packed & ClassBits) <= (int)SurfaceClass.Treadmill && packed >> SourceShift <= (int)SurfaceSource.Corrected;
}

/// <summary>The source from which a surface is known. The numbers stand in index files and do not change.</summary>
public enum SurfaceSource
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>A tag of the way says it.</summary>
    Tag = 1,

    /// <summary>It follows from the kind of way, its grade or its smoothness.</summary>
    Assumed = 2,

    /// <summary>The recording says it: a treadmill, a track.</summary>
    File = 3,

    /// <summary>The runner says it.</summary>
    Corrected = 4,
}
