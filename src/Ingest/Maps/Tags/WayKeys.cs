using System.Runtime.CompilerServices;

namespace KneeLoad.Ingest.Maps.Tags;

/// <summary>The keys of tags that are read, by number, so that each string of a block is compared once.</summary>
internal static class WayKeys
{
    public const byte None = 0;

    /// <summary>The number of keys.</summary>
    public const int Count = Access + 1;

    public const byte Highway = 1;
    public const byte Surface = 2;
    public const byte TrackType = 3;
    public const byte Smoothness = 4;
    public const byte Footway = 5;
    public const byte Leisure = 6;
    public const byte Sport = 7;
    public const byte Name = 8;

    public const byte Foot = 10;
    public const byte Access = 11;

    /// <summary>sac_scale, mtb:scale or trail_visibility: the grading of a mountain path.</summary>
    public const byte Grading = 9;

    /// <summary>The number of a key; none for all others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static byte Of(ReadOnlySpan<byte> key) => key.Length switch
    {
        4 when key.SequenceEqual("name"u8) => Name,
        4 when key.SequenceEqual("foot"u8) => Foot,
        5 when key.SequenceEqual("sport"u8) => Sport,
        6 when key.SequenceEqual("access"u8) => Access,
        7 when key.SequenceEqual("highway"u8) => Highway,
        7 when key.SequenceEqual("surface"u8) => Surface,
        7 when key.SequenceEqual("footway"u8) => Footway,
        7 when key.SequenceEqual("leisure"u8) => Leisure,
        9 when key.SequenceEqual("tracktype"u8) => TrackType,
        9 when key.SequenceEqual("sac_scale"u8) || key.SequenceEqual("mtb:scale"u8) => Grading,
        10 when key.SequenceEqual("smoothness"u8) => Smoothness,
        16 when key.SequenceEqual("trail_visibility"u8) => Grading,
        _ => None,
    };
}
