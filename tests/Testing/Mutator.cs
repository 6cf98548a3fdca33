namespace KneeLoad.Testing;

/// <summary>Changes files at random, the same way for the same seed: bits flipped, bytes set, pieces cut, doubled, moved.</summary>
/// <param name="seed">Where the row of changes begins.</param>
public sealed class Mutator(int seed)
{
    private const int MostChanges = 6;
    private const int LongestPiece = 64;

    private static readonly byte[] Telling = [0x00, 0x01, 0x0F, 0x40, 0x60, 0x7F, 0x80, 0xFE, 0xFF];

    // A predictable generator is the point: every case can be made again from its seed.
#pragma warning disable CA5394
    private readonly Random random = new(seed);

    /// <summary>A changed copy.</summary>
    /// <param name="original">The file; stays as it is.</param>
    public byte[] Mutate(byte[] original)
    {
        var bytes = new List<byte>(original);
        for (var changes = random.Next(1, MostChanges + 1); changes > 0 && bytes.Count > 0; changes--)
        {
            Change(bytes, random.Next(bytes.Count));
        }

        return [.. bytes];
    }

    private void Change(List<byte> bytes, int at)
    {
        var length = random.Next(1, Math.Min(LongestPiece, bytes.Count - at) + 1);
        switch (random.Next(8))
        {
            case 0 or 1:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                bytes[at] = Telling[random.Next(Telling.Length)];
                break;
            case 3:
                bytes[at] = (byte)random.Next(256);
                break;
            case 4:
                bytes.RemoveRange(at, length);
                break;
            case 5:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 6:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            default:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
        }
    }
#pragma warning restore CA5394
}
