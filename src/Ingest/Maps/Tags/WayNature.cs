using KneeLoad.Ingest.Grounds;

namespace KneeLoad.Ingest.Maps.Tags;

/// <summary>The part of a way's tags that an index keeps.</summary>
/// <param name="Surface">What it is made of.</param>
/// <param name="Kind">What kind of way it is.</param>
/// <param name="IsBarred">Whether walkers are not let on it.</param>
internal readonly record struct WayNature(WaySurface Surface, WayKind Kind, bool IsBarred)
{
    private const int KindShift = 8;
    private const int SurfaceBits = (1 << KindShift) - 1;
    private const int KindBits = 0x7F;
    private const int Barred = 1 << 15;

    /// <summary>The same in two bytes of an index.</summary>
    public ushort Packed => (ushort)(Surface.Packed | ((int)Kind << KindShift) | (IsBarred ? Barred : 0));

    /// <summary>The nature that the tags of a way tell.</summary>
    public static WayNature Of(WayTags tags) => new(SurfaceRules.Classify(tags), WayKinds.Of(tags), tags.IsBarred);

    /// <summary>Back from two bytes of an index; null when they name none.</summary>
    public static WayNature? Unpack(int packed)
    {
        var (surface, kind) = ((byte)(packed & SurfaceBits), (WayKind)((packed >> KindShift) & KindBits));
        return WaySurface.IsPacked(surface) && kind <= WayKind.RunningTrack ? new(WaySurface.Unpack(surface), kind, (packed & Barred) != 0) : null;
    }
}
