namespace KneeLoad.Ingest.Fit.Protocol;

/// <summary>The 16-bit cyclic redundancy check of FIT files (FIT protocol, section "CRC"): polynomial 0x8005, reflected, start 0.</summary>
internal static class FitCrc
{
    private const int Polynomial = 0xA001;
    private const int Stride = 8;

    // Tables[k][b] is the check of byte b followed by k zero bytes, so that eight bytes are taken in one step.
    private static readonly ushort[] Tables = MakeTables();

    /// <summary>The check over all bytes.</summary>
    public static ushort Of(ReadOnlySpan<byte> bytes)
    {
        // PERF: slicing by eight; see the decode line in tests/Benchmarks/results.md.
        ReadOnlySpan<ushort> tables = Tables;
        var crc = 0;
        while (bytes.Length >= Stride)
        {
            crc = tables[(7 * 256) + ((bytes[0] ^ crc) & 0xFF)]
                ^ tables[(6 * 256) + (bytes[1] ^ (crc >> 8))]
                ^ tables[(5 * 256) + bytes[2]]
                ^ tables[(4 * 256) + bytes[3]]
                ^ tables[(3 * 256) + bytes[4]]
                ^ tables[(2 * 256) + bytes[5]]
                ^ tables[256 + bytes[6]]
                ^ tables[bytes[7]];
            bytes = bytes[Stride..];
        }

        foreach (var value in bytes)
        {
            crc = (crc >> 8) ^ tables[(crc ^ value) & 0xFF];
        }

        return (ushort)crc;
    }

    private static ushort[] MakeTables()
    {
        var tables = new ushort[Stride * 256];
        for (var value = 0; value < 256; value++)
        {
            var crc = value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
            }

            tables[value] = (ushort)crc;
        }

        for (var i = 256; i < tables.Length; i++)
        {
            var before = tables[i - 256];
            tables[i] = (ushort)((before >> 8) ^ tables[before & 0xFF]);
        }

        return tables;
    }
}
