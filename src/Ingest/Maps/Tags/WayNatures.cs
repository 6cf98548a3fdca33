using System.Runtime.CompilerServices;

namespace KneeLoad.Ingest.Maps.Tags;

/// <summary>
/// The natures of ways by their sets of tags, remembered for a block: thousands of its ways share some dozens of sets. A set that
/// falls on another's place is judged again.
/// </summary>
internal sealed class WayNatures
{
    private const int PlaceBits = 8;
    private const int Empty = int.MinValue;
    private readonly int[] sets = new int[WayKeys.Count << PlaceBits];
    private readonly WayNature?[] natures = new WayNature?[1 << PlaceBits];

    /// <summary>Forgets all.</summary>
    public void Clear() => Array.Fill(sets, Empty);

    /// <summary>The nature that a set tells, to be filled in where it is not known.</summary>
    /// <param name="tags">For each of <see cref="WayKeys"/> the number of its value in the block.</param>
    /// <param name="isKnown">Whether it was judged before.</param>
    /// <returns>Null for a way that is none to run on.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ref WayNature? Of(ReadOnlySpan<int> tags, out bool isKnown)
    {
        var hash = 0u;
        foreach (var value in tags)
        {
            // 2^32 over the golden ratio; the upper bits name the place.
            hash = unchecked((hash ^ (uint)value) * 0x9E37_79B9);
        }

        var place = (int)(hash >> (32 - PlaceBits));
        var set = sets.AsSpan(place * WayKeys.Count, WayKeys.Count);
        isKnown = set.SequenceEqual(tags);
        tags.CopyTo(set);
        return ref natures[place];
    }
}
