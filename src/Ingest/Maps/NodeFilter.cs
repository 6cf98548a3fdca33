using System.Numerics;

namespace KneeLoad.Ingest.Maps;

/// <summary>
/// Which nodes the ways need, in a fixed amount of memory: a Bloom filter. It lets all of those through and some others,
/// which do no harm.
/// </summary>
internal sealed class NodeFilter
{
    private const int LeastWords = 1 << 14;
    private const int MostWords = 1 << 23;
    private const int BytesOfExtractAWord = 64;
    private readonly ulong[] words;
    private readonly int shift;

    /// <summary>A filter for an extract of this many bytes.</summary>
    public NodeFilter(long extractBytes)
    {
        // An eighth of the extract's bytes gives some 20 bits a needed node; 64 MB are enough for a country.
        var wanted = Math.Clamp(extractBytes / BytesOfExtractAWord, LeastWords, MostWords);
        words = new ulong[BitOperations.RoundUpToPowerOf2((ulong)wanted)];
        shift = 64 - BitOperations.Log2((ulong)words.Length);
    }

    public void Add(long id)
    {
        var (word, bits) = PlaceOf(id);
        words[word] |= bits;
    }

    public bool MayHave(long id)
    {
        var (word, bits) = PlaceOf(id);
        return (words[word] & bits) == bits;
    }

    private (int Word, ulong Bits) PlaceOf(long id)
    {
        // Multiplying by 2^64 over the golden ratio spreads neighbours; the upper bits name the word, others two bits in it.
        var spread = unchecked((ulong)id * 0x9E37_79B9_7F4A_7C15);
        return ((int)(spread >> shift), (1UL << (int)(spread & 63)) | (1UL << (int)((spread >> 6) & 63)));
    }
}
