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
