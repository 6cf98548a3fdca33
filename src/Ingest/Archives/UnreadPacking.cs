namespace KneeLoad.Ingest.Archives;

/// <summary>Tells by their first bytes the ways of packing that are not read, so that a runner learns what to do instead.</summary>
internal static class UnreadPacking
{
    /// <summary>Name of the way; null where the bytes show none of them.</summary>
    public static string? Of(ReadOnlySpan<byte> head) => head switch
    {
        // bzip2 and its block or end mark, the digits of pi or of its root.
        [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x31, 0x41, 0x59, 0x26, ..] or [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x17, 0x72, 0x45, 0x38, ..] => "bzip2",
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => "xz",
        [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..] => "7-Zip",
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, 7, ..] => "RAR",
        [0x28, 0xB5, 0x2F, 0xFD, ..] => "Zstandard",
        [0x04, 0x22, 0x4D, 0x18, ..] => "LZ4",
        [(byte)'L', (byte)'Z', (byte)'I', (byte)'P', 1, ..] => "lzip",
        [0x1F, 0x9D, ..] => "compress",
        _ => null,
    };
}
