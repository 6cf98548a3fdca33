namespace KneeLoad.Ingest.Maps;

/// <summary>What an index keeps of a way's tags: its surface and its kind.</summary>
/// <param name="Surface">What it is made of.</param>
/// <param name="Kind">What kind of way it is.</param>
internal readonly record struct WayNature(WaySurface Surface, WayKind Kind)
{
    private const int KindShift = 8;
    private const int SurfaceBits = (1 << KindShift) - 1;

    /// <summary>The same in two bytes of an index.</summary>
    public ushort Packed => (ushort)(Surface.Packed | ((int)Kind << KindShift));

    /// <summary>What the tags of a way say.</summary>
    public static WayNature Of(WayTags tags) => new(SurfaceRules.Classify(tags), WayKinds.Of(tags));

    /// <summary>Back from two bytes of an index; null when they name none.</summary>
    public static WayNature? Unpack(int packed) => WaySurface.IsPacked((byte)(packed & SurfaceBits)) && packed >> KindShift <= (int)WayKind.RunningTrack
        ? new(WaySurface.Unpack((byte)(packed & SurfaceBits)), (WayKind)(packed >> KindShift))
        : null;
}
