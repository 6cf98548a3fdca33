using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KneeLoad.Testing;

/// <summary>
/// Changes watch files so that they still read and say what cannot be: numbers of a GPX or TCX file become wild ones, bytes of a FIT
/// file too, and its check is made right again. The same way for the same seed.
/// </summary>
/// <param name="seed">Where the row of changes begins.</param>
public sealed partial class WildFiles(int seed)
{
    private const int MostChanges = 4;
    private const int CrcBytes = 2;
    private const int HeaderBytes = 14;

    private static readonly string[] Numbers =
        ["0", "-1", "1e9", "1e308", "-1e308", "NaN", "INF", "4294967295", "2147483647", "0.0000001", "99999", "-500", "90.0001", "180", "12,5", "1e-320"];

    private static readonly byte[][] Values =
        [
            [0, 0, 0, 0],
            [255, 255, 255, 255],
            [255, 255, 255, 127],
            [254, 255, 255, 255],
            [0, 0, 0, 128],
            [1, 0, 0, 0],
            [255, 127, 255, 127],
            [0, 0, 128, 127],
            [0, 0, 192, 127],
        ];

    private readonly Mutator mutator = new(seed);

    // A predictable generator is the point: every case can be made again from its seed.
#pragma warning disable CA5394
    private readonly Random random = new(seed);

    /// <summary>A changed copy.</summary>
    /// <param name="original">The file; stays as it is.</param>
    public byte[] Change(byte[] original)
    {
        ArgumentNullException.ThrowIfNull(original);
        return random.Next(4) == 0 ? mutator.Mutate(original) : IsFit(original) ? ChangeFit(original) : ChangeText(original);
    }

    private static bool IsFit(byte[] content) => content.Length > HeaderBytes + CrcBytes && content.AsSpan(8, 4).SequenceEqual(".FIT"u8);

    private byte[] ChangeFit(byte[] original)
    {
        var changed = original.ToArray();
        for (var changes = random.Next(1, MostChanges + 1); changes > 0; changes--)
        {
            var value = Values[random.Next(Values.Length)];
            var length = random.Next(1, value.Length + 1);
            // Sessions and laps stand at the end, definitions at the beginning: both are hit as often as the records.
            var span = changed.Length - HeaderBytes - CrcBytes - length;
            var at = HeaderBytes
                + random.Next(3) switch { 0 => random.Next(span), 1 => Math.Max(0, span - random.Next(300)), _ => Math.Min(span, random.Next(400)) };
            value.AsSpan(0, length).CopyTo(changed.AsSpan(at));
        }

        var crc = FitFileBuilder.Crc(changed.AsSpan(..^CrcBytes));
        changed[^2] = (byte)crc;
        changed[^1] = (byte)(crc >> 8);
        return changed;
    }

    private byte[] ChangeText(byte[] original)
    {
        var text = Encoding.Latin1.GetString(original);
        for (var changes = random.Next(1, MostChanges + 1); changes > 0; changes--)
        {
            var found = Number().Matches(text);
            if (found.Count == 0)
            {
                break;
            }

            var hit = found[random.Next(found.Count)];
            var wild = random.Next(3) == 0 ? random.Next(100_000).ToString(CultureInfo.InvariantCulture) : Numbers[random.Next(Numbers.Length)];
            text = string.Concat(text.AsSpan(0, hit.Index), wild, text.AsSpan(hit.Index + hit.Length));
        }

        return Encoding.Latin1.GetBytes(text);
    }
#pragma warning restore CA5394

    [GeneratedRegex(@"(?<=[>""])-?\d+(\.\d+)?(?=[<""])|(?<=[-:T])\d{2}(?=[-:T])|(?<="")\d{4}|(?<=>)\d{4}", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
