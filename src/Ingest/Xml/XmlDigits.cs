using System.Buffers;
using System.Globalization;
using System.Text;

namespace KneeLoad.Ingest.Xml;

/// <summary>Turns the digits of other scripts into those of ASCII: phones write times and numbers in the digits of their language.</summary>
internal static class XmlDigits
{
    private const int ArabicDecimalPoint = 0x066B;
    private const int MinusSign = 0x2212;

    /// <summary>Whether a text holds anything but ASCII.</summary>
    public static bool AreNeeded(ReadOnlySpan<byte> text) => text.ContainsAnyInRange((byte)0x80, byte.MaxValue);

    /// <summary>A copy with each decimal digit, decimal point and minus sign in ASCII; all else stays.</summary>
    public static byte[] ToAscii(ReadOnlySpan<byte> text)
    {
        var ascii = new ArrayBufferWriter<byte>(text.Length);
        while (Rune.DecodeFromUtf8(text, out var rune, out var length) == OperationStatus.Done)
        {
            if (Plain(rune) is { } character)
            {
                ascii.Write([(byte)character]);
            }
            else
            {
                ascii.Write(text[..length]);
            }

            text = text[length..];
        }

        return [.. ascii.WrittenSpan, .. text];
    }

    private static char? Plain(Rune rune) => rune.Value switch
    {
        ArabicDecimalPoint => '.',
        MinusSign => '-',
        _ when !rune.IsAscii && Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)Rune.GetNumericValue(rune)),
        _ => null,
    };
}
