using System.Numerics;
using System.Runtime.CompilerServices;

namespace KneeLoad.Ingest.Maps.Osm;

/// <summary>
/// Which nodes the ways need, in a fixed amount of memory. It lets all of those through and some others, which do no harm:
/// a Bloom filter over pages of numbers, so that neighbours, which mostly come together, lie side by side.
/// </summary>
internal sealed class NodeFilter
{
    private const int LeastLines = 1 << 11;
    private const int MostLines = 1 << 20;
    private const int BytesOfExtractALine = 512;
    private const int LineBits = 9;
    private const int WordBits = 6;
    private const int WordsALine = 1 << (LineBits - WordBits);
    private readonly ulong[] words;
    private readonly int shift;

    /// <summary>A filter for an extract of this many bytes.</summary>
    public NodeFilter(long extractBytes)
    {
        // An eighth of the extract's bytes; 64 MB are enough for a country.
        var lines = BitOperations.RoundUpToPowerOf2((ulong)Math.Clamp(extractBytes / BytesOfExtractALine, LeastLines, MostLines));
        words = new ulong[lines * WordsALine];
        shift = 64 - BitOperations.Log2(lines);
    }

    /// <summary>Adds a node; several threads may at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long id)
    {
        var (one, two, bit) = PlaceOf(id);
        Interlocked.Or(ref words[one], bit);
        Interlocked.Or(ref words[two], bit);
    }

    /// <summary>Whether a node is needed, perhaps. Several threads may ask at once while none adds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHave(long id)
    {
        var (one, two, bit) = PlaceOf(id);
        return (words[one] & words[two] & bit) != 0;
    }

    /// <summary>A bit in two lines: a page shares a line with other pages, but hardly both with the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (int One, int Two, ulong Bit) PlaceOf(long id)
    {
        // Multiplying by 2^64 over the golden ratio, or by another odd number, spreads pages; the upper bits name the line.
        var page = unchecked((ulong)(id >> LineBits));
        var word = (int)((id >> WordBits) & (WordsALine - 1));
        var one = (int)(unchecked(page * 0x9E37_79B9_7F4A_7C15) >> shift);
        var two = (int)(unchecked(page * 0xC2B2_AE3D_27D4_EB4F) >> shift);
        return ((one * WordsALine) + word, (two * WordsALine) + word, 1UL << (int)(id & 63));
    }
}
